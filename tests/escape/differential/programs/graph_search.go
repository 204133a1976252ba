package p

type vertex struct {
	id    int
	edges []*edge
}
type edge struct {
	to     *vertex
	weight int
}
type graph struct{ vs []*vertex }

func (g *graph) vertex(id int) *vertex {
	for _, v := range g.vs {
		if v.id == id {
			return v
		}
	}
	v := &vertex{id: id}
	g.vs = append(g.vs, v)
	return v
}
func (g *graph) connect(a, b, w int) {
	from := g.vertex(a)
	from.edges = append(from.edges, &edge{g.vertex(b), w})
}
func (g *graph) bfs(start int, visit func(*vertex)) {
	seen := map[*vertex]bool{}
	queue := []*vertex{g.vertex(start)}
	for len(queue) > 0 {
		v := queue[0]
		queue = queue[1:]
		if seen[v] {
			continue
		}
		seen[v] = true
		visit(v)
		for _, e := range v.edges {
			queue = append(queue, e.to)
		}
	}
}
func reach() int {
	var g graph
	g.connect(1, 2, 3)
	g.connect(2, 3, 4)
	n := 0
	g.bfs(1, func(*vertex) { n++ })
	return n
}
func path(from *vertex, to int, seen map[int]bool) []*vertex {
	if from.id == to {
		return []*vertex{from}
	}
	seen[from.id] = true
	for _, e := range from.edges {
		if !seen[e.to.id] {
			if rest := path(e.to, to, seen); rest != nil {
				return append([]*vertex{from}, rest...)
			}
		}
	}
	return nil
}
