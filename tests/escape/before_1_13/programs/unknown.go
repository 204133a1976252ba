package unknowns

import "nowhere.example/unknown"

func passesToUnknown() {
	i := 0 // => moved to heap: i
	unknown.Keep(&i) // => &i escapes to heap
}

func resultOfUnknown() *int {
	return unknown.Make()
}

func fieldOfUnknown(v unknown.T) interface{} { // => leaking param: v to result ~r1 level=0
	return v.Field
}

func receiverOfUnknown(v *unknown.T) { // => leaking param: v
	i := 0 // => moved to heap: i
	v.Set(&i) // => &i escapes to heap
}

func copiesUnknown(v unknown.T) unknown.T { // => leaking param: v to result ~r1 level=0
	return v
}
