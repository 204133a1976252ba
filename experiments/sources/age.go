// Package sources holds the programs of the experiment escape_pressure.
package sources

var Sum int

func getAge() *int {
	age := 34
	return &age
}

// Ages asks for an age a thousand times: each is a variable whose address is returned.
func Ages() {
	for i := 0; i < 1000; i++ {
		Sum += *getAge()
	}
}
