// Package database/sql of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package sql
import "context"
import "database/sql/driver"
import "reflect"
import "sync"
import "time"
type ColumnType struct{ name string; hasNullable bool; hasLength bool; hasPrecisionScale bool; nullable bool; length int64; databaseType string; precision int64; scale int64; scanType interface{} }
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (ci *ColumnType) DatabaseTypeName() string
//gcsim:inline 1.19:7
func (ci *ColumnType) DecimalSize() (precision int64, scale int64, ok bool)
//gcsim:inline 1.19:5
func (ci *ColumnType) Length() (length int64, ok bool)
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (ci *ColumnType) Name() string
//gcsim:inline 1.19:5
func (ci *ColumnType) Nullable() (nullable bool, ok bool)
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (ci *ColumnType) ScanType() reflect.Type
type Conn struct{ db *struct{}; closemu sync.RWMutex; dc *struct{}; done int32 }
//gcsim:leaks receiver=0 ctx=0
func (c *Conn) BeginTx(ctx context.Context, opts *TxOptions) (*Tx, error)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:62
func (c *Conn) Close() error
//gcsim:leaks receiver=0 ctx=0 query=0 args=1
func (c *Conn) ExecContext(ctx context.Context, query string, args ...any) (Result, error)
//gcsim:leaks receiver=0 ctx=0
func (c *Conn) PingContext(ctx context.Context) error
//gcsim:leaks receiver=0 ctx=0 query=0
func (c *Conn) PrepareContext(ctx context.Context, query string) (*Stmt, error)
//gcsim:leaks receiver=0 ctx=0 query=0 args=1
func (c *Conn) QueryContext(ctx context.Context, query string, args ...any) (*Rows, error)
//gcsim:leaks receiver=0 ctx=0 query=0 args=1
//gcsim:inline 1.19:77
func (c *Conn) QueryRowContext(ctx context.Context, query string, args ...any) *Row
//gcsim:leaks receiver=0
func (c *Conn) Raw(f func(driverConn any) error) (err error)
//gcsim:leaks receiver=0 err=0
func (c *Conn) close(err interface{}) interface{}
type DB struct{ waitDuration int64; connector interface{}; numClosed uint64; mu sync.Mutex; freeConn []struct{}; connRequests map[int]struct{}; nextRequest uint64; numOpen int; openerCh chan struct{}; closed bool; dep map[int]struct{}; lastPut map[int]struct{}; maxIdleCount int; maxOpen int; maxLifetime time.Duration; maxIdleTime time.Duration; cleanerCh chan struct{}; waitCount int64; maxIdleClosed int64; maxIdleTimeClosed int64; maxLifetimeClosed int64; stop func() }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:76
func (db *DB) Begin() (*Tx, error)
//gcsim:leaks receiver=0 ctx=0
func (db *DB) BeginTx(ctx context.Context, opts *TxOptions) (*Tx, error)
//gcsim:leaks receiver=0
func (db *DB) Close() error
//gcsim:leaks receiver=0 ctx=0
func (db *DB) Conn(ctx context.Context) (*Conn, error)
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (db *DB) Driver() driver.Driver
//gcsim:leaks receiver=0 query=0 args=1
//gcsim:inline 1.19:77
func (db *DB) Exec(query string, args ...any) (Result, error)
//gcsim:leaks receiver=0 ctx=0 query=0 args=1
func (db *DB) ExecContext(ctx context.Context, query string, args ...any) (Result, error)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:66
func (db *DB) Ping() error
//gcsim:leaks receiver=0 ctx=0
func (db *DB) PingContext(ctx context.Context) error
//gcsim:leaks receiver=0 query=0
//gcsim:inline 1.19:76
func (db *DB) Prepare(query string) (*Stmt, error)
//gcsim:leaks receiver=0 ctx=0 query=0
func (db *DB) PrepareContext(ctx context.Context, query string) (*Stmt, error)
//gcsim:leaks receiver=0 query=0 args=1
//gcsim:inline 1.19:77
func (db *DB) Query(query string, args ...any) (*Rows, error)
//gcsim:leaks receiver=0 ctx=0 query=0 args=1
func (db *DB) QueryContext(ctx context.Context, query string, args ...any) (*Rows, error)
//gcsim:leaks receiver=0 query=0 args=1
func (db *DB) QueryRow(query string, args ...any) *Row
//gcsim:leaks receiver=0 ctx=0 query=0 args=1
//gcsim:inline 1.19:77
func (db *DB) QueryRowContext(ctx context.Context, query string, args ...any) *Row
//gcsim:leaks receiver=0
func (db *DB) SetConnMaxIdleTime(d time.Duration)
//gcsim:leaks receiver=0
func (db *DB) SetConnMaxLifetime(d time.Duration)
//gcsim:leaks receiver=0
func (db *DB) SetMaxIdleConns(n int)
//gcsim:leaks receiver=0
func (db *DB) SetMaxOpenConns(n int)
//gcsim:leaks receiver=0
func (db *DB) Stats() DBStats
//gcsim:leaks receiver=0 dc=0 err=0
func (db *DB) putConn(dc *struct{}, err interface{}, resetSession bool)
type DBStats struct{ MaxOpenConnections int; OpenConnections int; InUse int; Idle int; WaitCount int64; WaitDuration time.Duration; MaxIdleClosed int64; MaxIdleTimeClosed int64; MaxLifetimeClosed int64 }
func Drivers() []string
var ErrConnDone error
var ErrNoRows error
var ErrTxDone error
type IsolationLevel int
func (i IsolationLevel) String() string
const LevelDefault IsolationLevel = 0
const LevelLinearizable IsolationLevel = 7
const LevelReadCommitted IsolationLevel = 2
const LevelReadUncommitted IsolationLevel = 1
const LevelRepeatableRead IsolationLevel = 4
const LevelSerializable IsolationLevel = 6
const LevelSnapshot IsolationLevel = 5
const LevelWriteCommitted IsolationLevel = 3
//gcsim:leaks name=result0@0 value=result0@0
//gcsim:inline 1.19:6
func Named(name string, value any) NamedArg
type NamedArg struct{ _NamedFieldsRequired struct{}; Name string; Value any }
type NullBool struct{ Bool bool; Valid bool }
//gcsim:leaks receiver=0 value=0
func (n *NullBool) Scan(value any) error
//gcsim:inline 1.19:12
func (n NullBool) Value() (driver.Value, error)
type NullByte struct{ Byte byte; Valid bool }
//gcsim:leaks receiver=0 value=0
func (n *NullByte) Scan(value any) error
//gcsim:inline 1.19:13
func (n NullByte) Value() (driver.Value, error)
type NullFloat64 struct{ Float64 float64; Valid bool }
//gcsim:leaks receiver=0 value=0
func (n *NullFloat64) Scan(value any) error
//gcsim:inline 1.19:12
func (n NullFloat64) Value() (driver.Value, error)
type NullInt16 struct{ Int16 int16; Valid bool }
//gcsim:leaks receiver=0 value=0
func (n *NullInt16) Scan(value any) error
//gcsim:inline 1.19:13
func (n NullInt16) Value() (driver.Value, error)
type NullInt32 struct{ Int32 int32; Valid bool }
//gcsim:leaks receiver=0 value=0
func (n *NullInt32) Scan(value any) error
//gcsim:inline 1.19:13
func (n NullInt32) Value() (driver.Value, error)
type NullInt64 struct{ Int64 int64; Valid bool }
//gcsim:leaks receiver=0 value=0
func (n *NullInt64) Scan(value any) error
//gcsim:inline 1.19:12
func (n NullInt64) Value() (driver.Value, error)
type NullString struct{ String string; Valid bool }
//gcsim:leaks receiver=0 value=0
func (ns *NullString) Scan(value any) error
//gcsim:leaks receiver=0
//gcsim:inline 1.19:12
func (ns NullString) Value() (driver.Value, error)
type NullTime struct{ Time time.Time; Valid bool }
//gcsim:leaks receiver=0 value=0
func (n *NullTime) Scan(value any) error
//gcsim:leaks receiver=0
//gcsim:inline 1.19:12
func (n NullTime) Value() (driver.Value, error)
//gcsim:leaks driverName=0 dataSourceName=0
func Open(driverName string, dataSourceName string) (*DB, error)
//gcsim:leaks c=0
func OpenDB(c driver.Connector) *DB
type Out struct{ _NamedFieldsRequired struct{}; Dest any; In bool }
type RawBytes []byte
//gcsim:leaks name=0 driver=0
func Register(name string, driver driver.Driver)
type Result interface{ LastInsertId() (int64, error); RowsAffected() (int64, error) }
type Row struct{ err interface{}; rows *struct{} }
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (r *Row) Err() error
//gcsim:leaks receiver=1 dest=1
func (r *Row) Scan(dest ...any) error
type Rows struct{ dc *struct{}; releaseConn func(); rowsi interface{}; cancel func(); closeStmt *struct{}; closemu sync.RWMutex; closed bool; lasterr interface{}; lastcols []struct{} }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:62
func (rs *Rows) Close() error
//gcsim:leaks receiver=0
func (rs *Rows) ColumnTypes() ([]*ColumnType, error)
//gcsim:leaks receiver=0
func (rs *Rows) Columns() ([]string, error)
//gcsim:leaks receiver=0
func (rs *Rows) Err() error
//gcsim:leaks receiver=0
func (rs *Rows) Next() bool
//gcsim:leaks receiver=0
func (rs *Rows) NextResultSet() bool
//gcsim:leaks receiver=0 dest=1
func (rs *Rows) Scan(dest ...any) error
//gcsim:leaks receiver=0 err=0
func (rs *Rows) close(err interface{}) interface{}
//gcsim:leaks receiver=1
func (rs *Rows) nextLocked() (doClose bool, ok bool)
type Scanner interface{ Scan(src any) error }
type Stmt struct{ db *struct{}; query string; stickyErr interface{}; closemu sync.RWMutex; cg interface{}; cgds *struct{}; parentStmt *struct{}; mu sync.Mutex; closed bool; css []struct{}; lastNumClosed uint64 }
//gcsim:leaks receiver=0
func (s *Stmt) Close() error
//gcsim:leaks receiver=0 args=1
//gcsim:inline 1.19:76
func (s *Stmt) Exec(args ...any) (Result, error)
//gcsim:leaks receiver=0 ctx=0 args=1
func (s *Stmt) ExecContext(ctx context.Context, args ...any) (Result, error)
//gcsim:leaks receiver=0 args=1
//gcsim:inline 1.19:76
func (s *Stmt) Query(args ...any) (*Rows, error)
//gcsim:leaks receiver=0 ctx=0 args=1
func (s *Stmt) QueryContext(ctx context.Context, args ...any) (*Rows, error)
//gcsim:leaks receiver=0 args=1
//gcsim:inline 1.19:67
func (s *Stmt) QueryRow(args ...any) *Row
//gcsim:leaks receiver=0 ctx=0 args=1
func (s *Stmt) QueryRowContext(ctx context.Context, args ...any) *Row
//gcsim:leaks receiver=0 ctx=0 dc=0
func (s *Stmt) prepareOnConnLocked(ctx interface{}, dc *struct{}) (*struct{}, interface{})
type Tx struct{ db *struct{}; closemu sync.RWMutex; dc *struct{}; txi interface{}; releaseConn func(); done int32; keepConnOnRollback bool; stmts struct{ Mutex sync.Mutex; v []struct{} }; cancel func(); ctx interface{} }
//gcsim:leaks receiver=0
func (tx *Tx) Commit() error
//gcsim:leaks receiver=0 query=0 args=1
//gcsim:inline 1.19:77
func (tx *Tx) Exec(query string, args ...any) (Result, error)
//gcsim:leaks receiver=0 ctx=0 query=0 args=1
func (tx *Tx) ExecContext(ctx context.Context, query string, args ...any) (Result, error)
//gcsim:leaks receiver=0 query=0
//gcsim:inline 1.19:76
func (tx *Tx) Prepare(query string) (*Stmt, error)
//gcsim:leaks receiver=0 ctx=0 query=0
func (tx *Tx) PrepareContext(ctx context.Context, query string) (*Stmt, error)
//gcsim:leaks receiver=0 query=0 args=1
//gcsim:inline 1.19:77
func (tx *Tx) Query(query string, args ...any) (*Rows, error)
//gcsim:leaks receiver=0 ctx=0 query=0 args=1
func (tx *Tx) QueryContext(ctx context.Context, query string, args ...any) (*Rows, error)
//gcsim:leaks receiver=0 query=0 args=1
func (tx *Tx) QueryRow(query string, args ...any) *Row
//gcsim:leaks receiver=0 ctx=0 query=0 args=1
//gcsim:inline 1.19:77
func (tx *Tx) QueryRowContext(ctx context.Context, query string, args ...any) *Row
//gcsim:leaks receiver=0
//gcsim:inline 1.19:62
func (tx *Tx) Rollback() error
//gcsim:leaks receiver=0 stmt=0
//gcsim:inline 1.19:67
func (tx *Tx) Stmt(stmt *Stmt) *Stmt
//gcsim:leaks receiver=0 ctx=0 stmt=0
func (tx *Tx) StmtContext(ctx context.Context, stmt *Stmt) *Stmt
//gcsim:leaks err=0
//gcsim:inline 1.19:69
func (tx *Tx) close(err interface{})
//gcsim:leaks receiver=0
func (tx *Tx) rollback(discardConn bool) interface{}
type TxOptions struct{ Isolation IsolationLevel; ReadOnly bool }
//gcsim:leaks dest=0 src=0 rows=0
func convertAssignRows(dest interface{}, src interface{}, rows *struct{}) interface{}
//gcsim:leaks ctx=0 ci=0 query=0
func ctxDriverPrepare(ctx interface{}, ci interface{}, query string) (interface{}, interface{})
