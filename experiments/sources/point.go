package sources

const Width, Height = 640, 480

type Point struct {
	X, Y int
}

func MoveToCenter(c *Point) {
	c.X += Width / 2
	c.Y += Height / 2
}

// Points makes a thousand points and moves each by its address, which nobody keeps.
func Points() {
	for i := 0; i < 1000; i++ {
		p := new(Point)
		MoveToCenter(p)
		Sum += p.X + p.Y
	}
}
