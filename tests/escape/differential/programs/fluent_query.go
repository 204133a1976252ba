package p

import (
	"fmt"
	"strings"
)

type query struct {
	table  string
	fields []string
	where  []cond
	limit  *int
}
type cond struct {
	field string
	value interface{}
}

func from(t string) *query               { return &query{table: t} }
func (q *query) cols(f ...string) *query { q.fields = append(q.fields, f...); return q }
func (q *query) eq(f string, v interface{}) *query {
	q.where = append(q.where, cond{f, v})
	return q
}
func (q *query) top(n int) *query { q.limit = &n; return q }
func (q *query) sql() (string, []interface{}) {
	var b strings.Builder
	var args []interface{}
	b.WriteString("select " + strings.Join(q.fields, ", ") + " from " + q.table)
	for i, c := range q.where {
		if i == 0 {
			b.WriteString(" where ")
		} else {
			b.WriteString(" and ")
		}
		fmt.Fprintf(&b, "%s = ?", c.field)
		args = append(args, c.value)
	}
	if q.limit != nil {
		fmt.Fprintf(&b, " limit %d", *q.limit)
	}
	return b.String(), args
}
func use(age int) int {
	s, args := from("users").cols("id", "name").eq("age", age).eq("on", true).top(3).sql()
	return len(s) + len(args)
}
