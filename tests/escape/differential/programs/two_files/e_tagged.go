//go:build ignore
// +build ignore

package main

func main() { x := 1; _ = &x }
