package p

import (
	"database/sql"
	"fmt"
	"sync"
	"sync/atomic"
)

type entry struct{ v *int }

var table sync.Map
var current atomic.Value

func store(e *entry) { table.Store("k", e) }
func storeLiteral()  { table.Store(1, func(n int) int { return n }) }
func storeLocal() {
	x := 1
	table.Store("x", &x)
}
func loadOrStore(e *entry) interface{} {
	v, _ := table.LoadOrStore("k", e)
	return v
}
func swap(e *entry)                      { current.Store(e) }
func get() *entry                        { e, _ := current.Load().(*entry); return e }
func scan(s string, n *int)              { fmt.Sscanf(s, "%d", n) }
func scanLocal(b []byte) (n int)         { fmt.Sscan(string(b), &n); return }
func each(f func(k, v interface{}) bool) { table.Range(f) }
func rows(db *sql.DB, id *int) error {
	var name string
	return db.QueryRow("select name", id).Scan(&name)
}
