package p

type grid [8][8]*int
type board struct {
	cells grid
	moves [][2]int
}

func get(g *grid, i, j int) *int     { return g[i][j] }
func getValue(g grid, i, j int) *int { return g[i][j] }
func row(g *grid, i int) *[8]*int    { return &g[i] }
func rowSlice(g *grid, i int) []*int { return g[i][:] }
func set(b *board, i, j int, v *int) { b.cells[i][j] = v; b.moves = append(b.moves, [2]int{i, j}) }
func fresh() *board {
	b := &board{}
	for i := range b.cells {
		for j := range b.cells[i] {
			b.cells[i][j] = new(int)
		}
	}
	return b
}
func sum() (n int) {
	var g [3][3]int
	for i := 0; i < 3; i++ {
		r := &g[i]
		for j := range r {
			r[j] = i * j
			n += r[j]
		}
	}
	return
}
func copied(g *grid) grid       { h := *g; h[0][0] = nil; return h }
func lastMove(b *board) *[2]int { return &b.moves[len(b.moves)-1] }
