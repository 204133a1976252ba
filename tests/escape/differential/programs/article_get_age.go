package main

import "fmt"

type person struct {
	name string
	age  *int
}

func agePointer() *int {
	age := 21
	return &age
}
func ageValue() int {
	age := 21
	return age
}
func newPerson(n string) *person {
	return &person{n, agePointer()}
}
func show(p *person) { fmt.Println(p.name, *p.age) }

func main() {
	a := agePointer()
	fmt.Println(*a, ageValue())
	p := newPerson("x")
	show(p)
	q := person{"y", a}
	show(&q)
}
