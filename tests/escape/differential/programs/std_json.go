package p

import (
	"encoding/json"
	"io"
)

type user struct {
	Name  string            `json:"name"`
	Age   int               `json:"age"`
	Roles []string          `json:"roles,omitempty"`
	Extra map[string]string `json:"extra"`
}

func encode(u user) ([]byte, error)     { return json.Marshal(u) }
func encodePtr(u *user) ([]byte, error) { return json.Marshal(u) }
func decode(b []byte) (user, error) {
	var u user
	err := json.Unmarshal(b, &u)
	return u, err
}
func decodePtr(b []byte) (*user, error) {
	u := new(user)
	if err := json.Unmarshal(b, u); err != nil {
		return nil, err
	}
	return u, nil
}
func stream(r io.Reader) (list []*user, err error) {
	d := json.NewDecoder(r)
	for d.More() {
		var u user
		if err = d.Decode(&u); err != nil {
			return
		}
		list = append(list, &u)
	}
	return
}
func write(w io.Writer, v interface{}) error {
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	return e.Encode(v)
}
func loose(b []byte) string {
	var m map[string]interface{}
	json.Unmarshal(b, &m)
	s, _ := m["k"].(string)
	return s
}
