// Package database/sql/driver of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package driver
import "context"
import "reflect"
var Bool boolType
type ColumnConverter interface{ ColumnConverter(idx int) ValueConverter }
type Conn interface{ Begin() (Tx, error); Close() error; Prepare(query string) (Stmt, error) }
type ConnBeginTx interface{ BeginTx(ctx context.Context, opts TxOptions) (Tx, error) }
type ConnPrepareContext interface{ PrepareContext(ctx context.Context, query string) (Stmt, error) }
type Connector interface{ Connect(context.Context) (Conn, error); Driver() Driver }
var DefaultParameterConverter defaultConverter
type Driver interface{ Open(name string) (Conn, error) }
type DriverContext interface{ OpenConnector(name string) (Connector, error) }
var ErrBadConn error
var ErrRemoveArgument error
var ErrSkip error
type Execer interface{ Exec(query string, args []Value) (Result, error) }
type ExecerContext interface{ ExecContext(ctx context.Context, query string, args []NamedValue) (Result, error) }
var Int32 int32Type
//gcsim:inline 1.19:28
func IsScanValue(v any) bool
//gcsim:inline 1.19:24
func IsValue(v any) bool
type IsolationLevel int
type NamedValue struct{ Name string; Ordinal int; Value Value }
type NamedValueChecker interface{ CheckNamedValue(*NamedValue) error }
type NotNull struct{ Converter ValueConverter }
//gcsim:leaks receiver=0 v=0
func (n NotNull) ConvertValue(v any) (Value, error)
type Null struct{ Converter ValueConverter }
//gcsim:leaks receiver=0 v=0
//gcsim:inline 1.19:79
func (n Null) ConvertValue(v any) (Value, error)
type Pinger interface{ Ping(ctx context.Context) error }
type Queryer interface{ Query(query string, args []Value) (Rows, error) }
type QueryerContext interface{ QueryContext(ctx context.Context, query string, args []NamedValue) (Rows, error) }
type Result interface{ LastInsertId() (int64, error); RowsAffected() (int64, error) }
var ResultNoRows noRows
type Rows interface{ Close() error; Columns() []string; Next(dest []Value) error }
type RowsAffected int64
//gcsim:inline 1.19:11
func (RowsAffected) LastInsertId() (int64, error)
//gcsim:inline 1.19:3
func (v RowsAffected) RowsAffected() (int64, error)
type RowsColumnTypeDatabaseTypeName interface{ ColumnTypeDatabaseTypeName(index int) string; Rows }
type RowsColumnTypeLength interface{ ColumnTypeLength(index int) (length int64, ok bool); Rows }
type RowsColumnTypeNullable interface{ ColumnTypeNullable(index int) (nullable bool, ok bool); Rows }
type RowsColumnTypePrecisionScale interface{ ColumnTypePrecisionScale(index int) (precision int64, scale int64, ok bool); Rows }
type RowsColumnTypeScanType interface{ ColumnTypeScanType(index int) reflect.Type; Rows }
type RowsNextResultSet interface{ HasNextResultSet() bool; NextResultSet() error; Rows }
type SessionResetter interface{ ResetSession(ctx context.Context) error }
type Stmt interface{ Close() error; Exec(args []Value) (Result, error); NumInput() int; Query(args []Value) (Rows, error) }
type StmtExecContext interface{ ExecContext(ctx context.Context, args []NamedValue) (Result, error) }
type StmtQueryContext interface{ QueryContext(ctx context.Context, args []NamedValue) (Rows, error) }
var String stringType
type Tx interface{ Commit() error; Rollback() error }
type TxOptions struct{ Isolation IsolationLevel; ReadOnly bool }
type Validator interface{ IsValid() bool }
type Value any
type ValueConverter interface{ ConvertValue(v any) (Value, error) }
type Valuer interface{ Value() (Value, error) }
type boolType struct{}
//gcsim:leaks src=0
func (boolType) ConvertValue(src any) (Value, error)
//gcsim:inline 1.19:2
func (boolType) String() string
type defaultConverter struct{}
//gcsim:leaks v=0
func (defaultConverter) ConvertValue(v any) (Value, error)
type int32Type struct{}
//gcsim:leaks v=0
func (int32Type) ConvertValue(v any) (Value, error)
type noRows struct{}
//gcsim:inline 1.19:11
func (noRows) LastInsertId() (int64, error)
//gcsim:inline 1.19:11
func (noRows) RowsAffected() (int64, error)
type stringType struct{}
//gcsim:leaks v=0
//gcsim:inline 1.19:73
func (stringType) ConvertValue(v any) (Value, error)
