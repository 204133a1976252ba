// Package database/sql/driver of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package driver
import "context"
type Conn interface{ Begin() (Tx, error); Close() error; Prepare(query string) (Stmt, error) }
type Connector interface{ Connect(context.Context) (Conn, error); Driver() Driver }
type Driver interface{ Open(name string) (Conn, error) }
type Result interface{ LastInsertId() (int64, error); RowsAffected() (int64, error) }
type Rows interface{ Close() error; Columns() []string; Next(dest []Value) error }
type Stmt interface{ Close() error; Exec(args []Value) (Result, error); NumInput() int; Query(args []Value) (Rows, error) }
type Tx interface{ Commit() error; Rollback() error }
type Value any
