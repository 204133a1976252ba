// Package syscall of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package syscall
import "sync"
import "unsafe"
func Accept(fd int) (nfd int, sa Sockaddr, err error)
func Accept4(fd int, flags int) (nfd int, sa Sockaddr, err error)
//gcsim:inline 1.19:64
func Access(path string, mode uint32) (err error)
func Acct(path string) (err error)
func Adjtimex(buf *Timex) (state int, err error)
func AllThreadsSyscall(trap uintptr, a1 uintptr, a2 uintptr, a3 uintptr) (r1 uintptr, r2 uintptr, err Errno)
func AllThreadsSyscall6(trap uintptr, a1 uintptr, a2 uintptr, a3 uintptr, a4 uintptr, a5 uintptr, a6 uintptr) (r1 uintptr, r2 uintptr, err Errno)
func AttachLsf(fd int, i []SockFilter) error
//gcsim:leaks sa=0
func Bind(fd int, sa Sockaddr) (err error)
//gcsim:inline 1.19:64
func BindToDevice(fd int, device string) (err error)
//gcsim:inline 1.19:80
func BytePtrFromString(s string) (*byte, error)
func ByteSliceFromString(s string) ([]byte, error)
func Chdir(path string) (err error)
//gcsim:inline 1.19:64
func Chmod(path string, mode uint32) (err error)
//gcsim:inline 1.19:65
func Chown(path string, uid int, gid int) (err error)
func Chroot(path string) (err error)
func Clearenv()
func Close(fd int) (err error)
//gcsim:inline 1.19:62
func CloseOnExec(fd int)
//gcsim:inline 1.19:24
func CmsgLen(datalen int) int
//gcsim:inline 1.19:44
func CmsgSpace(datalen int) int
type Cmsghdr struct{ Len uint64; Level int32; Type int32 }
//gcsim:inline 1.19:5
func (cmsg *Cmsghdr) SetLen(length int)
type Conn interface{ SyscallConn() (RawConn, error) }
//gcsim:leaks sa=0
func Connect(fd int, sa Sockaddr) (err error)
func Creat(path string, mode uint32) (fd int, err error)
type Credential struct{ Uid uint32; Gid uint32; Groups []uint32; NoSetGroups bool }
//gcsim:inline 1.19:70
func DetachLsf(fd int) error
type Dirent struct{ Ino uint64; Off int64; Reclen uint16; Type uint8; Name [256]int8; Pad_cgo_0 [5]byte }
func Dup(oldfd int) (fd int, err error)
func Dup2(oldfd int, newfd int) (err error)
func Dup3(oldfd int, newfd int, flags int) (err error)
const E2BIG Errno = 7
const EACCES Errno = 13
const EADDRINUSE Errno = 98
const EADDRNOTAVAIL Errno = 99
const EADV Errno = 68
const EAFNOSUPPORT Errno = 97
const EAGAIN Errno = 11
const EALREADY Errno = 114
const EBADE Errno = 52
const EBADF Errno = 9
const EBADFD Errno = 77
const EBADMSG Errno = 74
const EBADR Errno = 53
const EBADRQC Errno = 56
const EBADSLT Errno = 57
const EBFONT Errno = 59
const EBUSY Errno = 16
const ECANCELED Errno = 125
const ECHILD Errno = 10
const ECHO = 8
const ECHOCTL = 512
const ECHOE = 16
const ECHOK = 32
const ECHOKE = 2048
const ECHONL = 64
const ECHOPRT = 1024
const ECHRNG Errno = 44
const ECOMM Errno = 70
const ECONNABORTED Errno = 103
const ECONNREFUSED Errno = 111
const ECONNRESET Errno = 104
const EDEADLK Errno = 35
const EDEADLOCK Errno = 35
const EDESTADDRREQ Errno = 89
const EDOM Errno = 33
const EDOTDOT Errno = 73
const EDQUOT Errno = 122
const EEXIST Errno = 17
const EFAULT Errno = 14
const EFBIG Errno = 27
const EHOSTDOWN Errno = 112
const EHOSTUNREACH Errno = 113
const EIDRM Errno = 43
const EILSEQ Errno = 84
const EINPROGRESS Errno = 115
const EINTR Errno = 4
const EINVAL Errno = 22
const EIO Errno = 5
const EISCONN Errno = 106
const EISDIR Errno = 21
const EISNAM Errno = 120
const EKEYEXPIRED Errno = 127
const EKEYREJECTED Errno = 129
const EKEYREVOKED Errno = 128
const EL2HLT Errno = 51
const EL2NSYNC Errno = 45
const EL3HLT Errno = 46
const EL3RST Errno = 47
const ELIBACC Errno = 79
const ELIBBAD Errno = 80
const ELIBEXEC Errno = 83
const ELIBMAX Errno = 82
const ELIBSCN Errno = 81
const ELNRNG Errno = 48
const ELOOP Errno = 40
const EMEDIUMTYPE Errno = 124
const EMFILE Errno = 24
const EMLINK Errno = 31
const EMSGSIZE Errno = 90
const EMULTIHOP Errno = 72
const ENAMETOOLONG Errno = 36
const ENAVAIL Errno = 119
const ENETDOWN Errno = 100
const ENETRESET Errno = 102
const ENETUNREACH Errno = 101
const ENFILE Errno = 23
const ENOANO Errno = 55
const ENOBUFS Errno = 105
const ENOCSI Errno = 50
const ENODATA Errno = 61
const ENODEV Errno = 19
const ENOENT Errno = 2
const ENOEXEC Errno = 8
const ENOKEY Errno = 126
const ENOLCK Errno = 37
const ENOLINK Errno = 67
const ENOMEDIUM Errno = 123
const ENOMEM Errno = 12
const ENOMSG Errno = 42
const ENONET Errno = 64
const ENOPKG Errno = 65
const ENOPROTOOPT Errno = 92
const ENOSPC Errno = 28
const ENOSR Errno = 63
const ENOSTR Errno = 60
const ENOSYS Errno = 38
const ENOTBLK Errno = 15
const ENOTCONN Errno = 107
const ENOTDIR Errno = 20
const ENOTEMPTY Errno = 39
const ENOTNAM Errno = 118
const ENOTRECOVERABLE Errno = 131
const ENOTSOCK Errno = 88
const ENOTSUP Errno = 95
const ENOTTY Errno = 25
const ENOTUNIQ Errno = 76
const ENXIO Errno = 6
const EOPNOTSUPP Errno = 95
const EOVERFLOW Errno = 75
const EOWNERDEAD Errno = 130
const EPERM Errno = 1
const EPFNOSUPPORT Errno = 96
const EPIPE Errno = 32
const EPOLLERR = 8
const EPOLLET = -2147483648
const EPOLLHUP = 16
const EPOLLIN = 1
const EPOLLMSG = 1024
const EPOLLONESHOT = 1073741824
const EPOLLOUT = 4
const EPOLLPRI = 2
const EPOLLRDBAND = 128
const EPOLLRDHUP = 8192
const EPOLLRDNORM = 64
const EPOLLWRBAND = 512
const EPOLLWRNORM = 256
const EPOLL_CLOEXEC = 524288
const EPOLL_CTL_ADD = 1
const EPOLL_CTL_DEL = 2
const EPOLL_CTL_MOD = 3
const EPOLL_NONBLOCK = 2048
const EPROTO Errno = 71
const EPROTONOSUPPORT Errno = 93
const EPROTOTYPE Errno = 91
const ERANGE Errno = 34
const EREMCHG Errno = 78
const EREMOTE Errno = 66
const EREMOTEIO Errno = 121
const ERESTART Errno = 85
const ERFKILL Errno = 132
const EROFS Errno = 30
const ESHUTDOWN Errno = 108
const ESOCKTNOSUPPORT Errno = 94
const ESPIPE Errno = 29
const ESRCH Errno = 3
const ESRMNT Errno = 69
const ESTALE Errno = 116
const ESTRPIPE Errno = 86
const ETH_P_1588 = 35063
const ETH_P_8021Q = 33024
const ETH_P_802_2 = 4
const ETH_P_802_3 = 1
const ETH_P_AARP = 33011
const ETH_P_ALL = 3
const ETH_P_AOE = 34978
const ETH_P_ARCNET = 26
const ETH_P_ARP = 2054
const ETH_P_ATALK = 32923
const ETH_P_ATMFATE = 34948
const ETH_P_ATMMPOA = 34892
const ETH_P_AX25 = 2
const ETH_P_BPQ = 2303
const ETH_P_CAIF = 247
const ETH_P_CAN = 12
const ETH_P_CONTROL = 22
const ETH_P_CUST = 24582
const ETH_P_DDCMP = 6
const ETH_P_DEC = 24576
const ETH_P_DIAG = 24581
const ETH_P_DNA_DL = 24577
const ETH_P_DNA_RC = 24578
const ETH_P_DNA_RT = 24579
const ETH_P_DSA = 27
const ETH_P_ECONET = 24
const ETH_P_EDSA = 56026
const ETH_P_FCOE = 35078
const ETH_P_FIP = 35092
const ETH_P_HDLC = 25
const ETH_P_IEEE802154 = 246
const ETH_P_IEEEPUP = 2560
const ETH_P_IEEEPUPAT = 2561
const ETH_P_IP = 2048
const ETH_P_IPV6 = 34525
const ETH_P_IPX = 33079
const ETH_P_IRDA = 23
const ETH_P_LAT = 24580
const ETH_P_LINK_CTL = 34924
const ETH_P_LOCALTALK = 9
const ETH_P_LOOP = 96
const ETH_P_MOBITEX = 21
const ETH_P_MPLS_MC = 34888
const ETH_P_MPLS_UC = 34887
const ETH_P_PAE = 34958
const ETH_P_PAUSE = 34824
const ETH_P_PHONET = 245
const ETH_P_PPPTALK = 16
const ETH_P_PPP_DISC = 34915
const ETH_P_PPP_MP = 8
const ETH_P_PPP_SES = 34916
const ETH_P_PUP = 512
const ETH_P_PUPAT = 513
const ETH_P_RARP = 32821
const ETH_P_SCA = 24583
const ETH_P_SLOW = 34825
const ETH_P_SNAP = 5
const ETH_P_TEB = 25944
const ETH_P_TIPC = 35018
const ETH_P_TRAILER = 28
const ETH_P_TR_802_2 = 17
const ETH_P_WAN_PPP = 7
const ETH_P_WCCP = 34878
const ETH_P_X25 = 2053
const ETIME Errno = 62
const ETIMEDOUT Errno = 110
const ETOOMANYREFS Errno = 109
const ETXTBSY Errno = 26
const EUCLEAN Errno = 117
const EUNATCH Errno = 49
const EUSERS Errno = 87
const EWOULDBLOCK Errno = 11
const EXDEV Errno = 18
const EXFULL Errno = 54
func Environ() []string
func EpollCreate(size int) (fd int, err error)
func EpollCreate1(flag int) (fd int, err error)
func EpollCtl(epfd int, op int, fd int, event *EpollEvent) (err error)
type EpollEvent struct{ Events uint32; Fd int32; Pad int32 }
func EpollWait(epfd int, events []EpollEvent, msec int) (n int, err error)
type Errno uintptr
func (e Errno) Error() string
//gcsim:inline 1.19:30
func (e Errno) Is(target error) bool
//gcsim:inline 1.19:28
func (e Errno) Temporary() bool
//gcsim:inline 1.19:12
func (e Errno) Timeout() bool
func Exec(argv0 string, argv []string, envv []string) (err error)
func Exit(code int)
func Faccessat(dirfd int, path string, mode uint32, flags int) (err error)
func Fallocate(fd int, mode uint32, off int64, len int64) (err error)
func Fchdir(fd int) (err error)
func Fchmod(fd int, mode uint32) (err error)
func Fchmodat(dirfd int, path string, mode uint32, flags int) (err error)
func Fchown(fd int, uid int, gid int) (err error)
func Fchownat(dirfd int, path string, uid int, gid int, flags int) (err error)
//gcsim:inline 1.19:79
func FcntlFlock(fd uintptr, cmd int, lk *Flock_t) error
type FdSet struct{ Bits [16]int64 }
func Fdatasync(fd int) (err error)
func Flock(fd int, how int) (err error)
type Flock_t struct{ Type int16; Whence int16; Pad_cgo_0 [4]byte; Start int64; Len int64; Pid int32; Pad_cgo_1 [4]byte }
//gcsim:inline 1.19:72
func ForkExec(argv0 string, argv []string, attr *ProcAttr) (pid int, err error)
var ForkLock sync.RWMutex
type Fsid struct{ X__val [2]int32 }
func Fstat(fd int, stat *Stat_t) (err error)
func Fstatfs(fd int, buf *Statfs_t) (err error)
func Fsync(fd int) (err error)
func Ftruncate(fd int, length int64) (err error)
func Futimes(fd int, tv []Timeval) (err error)
//gcsim:inline 1.19:74
func Futimesat(dirfd int, path string, tv []Timeval) (err error)
func Getcwd(buf []byte) (n int, err error)
func Getdents(fd int, buf []byte) (n int, err error)
//gcsim:inline 1.19:73
func Getegid() (egid int)
func Getenv(key string) (value string, found bool)
//gcsim:inline 1.19:73
func Geteuid() (euid int)
//gcsim:inline 1.19:73
func Getgid() (gid int)
func Getgroups() (gids []int, err error)
func Getpagesize() int
func Getpeername(fd int) (sa Sockaddr, err error)
func Getpgid(pid int) (pgid int, err error)
//gcsim:inline 1.19:64
func Getpgrp() (pid int)
//gcsim:inline 1.19:73
func Getpid() (pid int)
//gcsim:inline 1.19:73
func Getppid() (ppid int)
func Getpriority(which int, who int) (prio int, err error)
func Getrlimit(resource int, rlim *Rlimit) (err error)
func Getrusage(who int, rusage *Rusage) (err error)
func Getsockname(fd int) (sa Sockaddr, err error)
func GetsockoptICMPv6Filter(fd int, level int, opt int) (*ICMPv6Filter, error)
func GetsockoptIPMreq(fd int, level int, opt int) (*IPMreq, error)
func GetsockoptIPMreqn(fd int, level int, opt int) (*IPMreqn, error)
func GetsockoptIPv6MTUInfo(fd int, level int, opt int) (*IPv6MTUInfo, error)
func GetsockoptIPv6Mreq(fd int, level int, opt int) (*IPv6Mreq, error)
//gcsim:inline 1.19:78
func GetsockoptInet4Addr(fd int, level int, opt int) (value [4]byte, err error)
func GetsockoptInt(fd int, level int, opt int) (value int, err error)
func GetsockoptUcred(fd int, level int, opt int) (*Ucred, error)
//gcsim:inline 1.19:73
func Gettid() (tid int)
//gcsim:inline 1.19:73
func Gettimeofday(tv *Timeval) (err error)
//gcsim:inline 1.19:73
func Getuid() (uid int)
func Getwd() (wd string, err error)
func Getxattr(path string, attr string, dest []byte) (sz int, err error)
type ICMPv6Filter struct{ Data [8]uint32 }
type IPMreq struct{ Multiaddr [4]byte; Interface [4]byte }
type IPMreqn struct{ Multiaddr [4]byte; Address [4]byte; Ifindex int32 }
type IPv6MTUInfo struct{ Addr RawSockaddrInet6; Mtu uint32 }
type IPv6Mreq struct{ Multiaddr [16]byte; Interface uint32 }
type IfAddrmsg struct{ Family uint8; Prefixlen uint8; Flags uint8; Scope uint8; Index uint32 }
type IfInfomsg struct{ Family uint8; X__ifi_pad uint8; Type uint16; Index int32; Flags uint32; Change uint32 }
type Inet4Pktinfo struct{ Ifindex int32; Spec_dst [4]byte; Addr [4]byte }
type Inet6Pktinfo struct{ Addr [16]byte; Ifindex uint32 }
func InotifyAddWatch(fd int, pathname string, mask uint32) (watchdesc int, err error)
type InotifyEvent struct{ Wd int32; Mask uint32; Cookie uint32; Len uint32; Name [0]uint8 }
func InotifyInit() (fd int, err error)
func InotifyInit1(flags int) (fd int, err error)
func InotifyRmWatch(fd int, watchdesc uint32) (success int, err error)
func Ioperm(from int, num int, on int) (err error)
func Iopl(level int) (err error)
type Iovec struct{ Base *byte; Len uint64 }
//gcsim:inline 1.19:5
func (iov *Iovec) SetLen(length int)
func Kill(pid int, sig Signal) (err error)
func Klogctl(typ int, buf []byte) (n int, err error)
//gcsim:inline 1.19:65
func Lchown(path string, uid int, gid int) (err error)
type Linger struct{ Onoff int32; Linger int32 }
//gcsim:inline 1.19:65
func Link(oldpath string, newpath string) (err error)
func Listen(s int, n int) (err error)
func Listxattr(path string, dest []byte) (sz int, err error)
//gcsim:inline 1.19:15
func LsfJump(code int, k int, jt int, jf int) *SockFilter
func LsfSocket(ifindex int, proto int) (int, error)
//gcsim:inline 1.19:9
func LsfStmt(code int, k int) *SockFilter
//gcsim:inline 1.19:64
func Lstat(path string, stat *Stat_t) (err error)
func Madvise(b []byte, advice int) (err error)
//gcsim:inline 1.19:63
func Mkdir(path string, mode uint32) (err error)
func Mkdirat(dirfd int, path string, mode uint32) (err error)
//gcsim:inline 1.19:72
func Mkfifo(path string, mode uint32) (err error)
//gcsim:inline 1.19:64
func Mknod(path string, mode uint32, dev int) (err error)
func Mknodat(dirfd int, path string, mode uint32, dev int) (err error)
func Mlock(b []byte) (err error)
func Mlockall(flags int) (err error)
//gcsim:inline 1.19:75
func Mmap(fd int, offset int64, length int, prot int, flags int) (data []byte, err error)
func Mount(source string, target string, fstype string, flags uintptr, data string) (err error)
func Mprotect(b []byte, prot int) (err error)
type Msghdr struct{ Name *byte; Namelen uint32; Pad_cgo_0 [4]byte; Iov *Iovec; Iovlen uint64; Control *byte; Controllen uint64; Flags int32; Pad_cgo_1 [4]byte }
//gcsim:inline 1.19:5
func (msghdr *Msghdr) SetControllen(length int)
func Munlock(b []byte) (err error)
func Munlockall() (err error)
//gcsim:inline 1.19:62
func Munmap(b []byte) (err error)
func Nanosleep(time *Timespec, leftover *Timespec) (err error)
type NetlinkMessage struct{ Header NlMsghdr; Data []byte }
func NetlinkRIB(proto int, family int) ([]byte, error)
type NetlinkRouteAttr struct{ Attr RtAttr; Value []byte }
type NetlinkRouteRequest struct{ Header NlMsghdr; Data RtGenmsg }
type NlAttr struct{ Len uint16; Type uint16 }
type NlMsgerr struct{ Error int32; Msg NlMsghdr }
type NlMsghdr struct{ Len uint32; Type uint16; Flags uint16; Seq uint32; Pid uint32 }
//gcsim:inline 1.19:33
func NsecToTimespec(nsec int64) Timespec
//gcsim:inline 1.19:40
func NsecToTimeval(nsec int64) Timeval
const O_ACCMODE = 3
const O_APPEND = 1024
const O_ASYNC = 8192
const O_CLOEXEC = 524288
const O_CREAT = 64
const O_DIRECT = 16384
const O_DIRECTORY = 65536
const O_DSYNC = 4096
const O_EXCL = 128
const O_FSYNC = 1052672
const O_LARGEFILE = 0
const O_NDELAY = 2048
const O_NOATIME = 262144
const O_NOCTTY = 256
const O_NOFOLLOW = 131072
const O_NONBLOCK = 2048
const O_RDONLY = 0
const O_RDWR = 2
const O_RSYNC = 1052672
const O_SYNC = 1052672
const O_TRUNC = 512
const O_WRONLY = 1
//gcsim:inline 1.19:75
func Open(path string, mode int, perm uint32) (fd int, err error)
//gcsim:inline 1.19:75
func Openat(dirfd int, path string, flags int, mode uint32) (fd int, err error)
//gcsim:leaks names=1,result2@0
func ParseDirent(buf []byte, max int, names []string) (consumed int, count int, newnames []string)
//gcsim:leaks b=0
func ParseNetlinkMessage(b []byte) ([]NetlinkMessage, error)
//gcsim:leaks m=1
func ParseNetlinkRouteAttr(m *NetlinkMessage) ([]NetlinkRouteAttr, error)
//gcsim:leaks b=0
func ParseSocketControlMessage(b []byte) ([]SocketControlMessage, error)
//gcsim:inline 1.19:44
func ParseUnixCredentials(m *SocketControlMessage) (*Ucred, error)
//gcsim:inline 1.19:64
func ParseUnixRights(m *SocketControlMessage) ([]int, error)
func Pause() (err error)
//gcsim:inline 1.19:62
func Pipe(p []int) error
func Pipe2(p []int, flags int) error
func PivotRoot(newroot string, putold string) (err error)
//gcsim:inline 1.19:66
func Pread(fd int, p []byte, offset int64) (n int, err error)
type ProcAttr struct{ Dir string; Env []string; Files []uintptr; Sys *SysProcAttr }
//gcsim:inline 1.19:64
func PtraceAttach(pid int) (err error)
//gcsim:inline 1.19:65
func PtraceCont(pid int, signal int) (err error)
//gcsim:inline 1.19:64
func PtraceDetach(pid int) (err error)
//gcsim:inline 1.19:75
func PtraceGetEventMsg(pid int) (msg uint, err error)
//gcsim:inline 1.19:64
func PtraceGetRegs(pid int, regsout *PtraceRegs) (err error)
//gcsim:inline 1.19:73
func PtracePeekData(pid int, addr uintptr, out []byte) (count int, err error)
//gcsim:inline 1.19:73
func PtracePeekText(pid int, addr uintptr, out []byte) (count int, err error)
//gcsim:inline 1.19:74
func PtracePokeData(pid int, addr uintptr, data []byte) (count int, err error)
//gcsim:inline 1.19:74
func PtracePokeText(pid int, addr uintptr, data []byte) (count int, err error)
type PtraceRegs struct{ R15 uint64; R14 uint64; R13 uint64; R12 uint64; Rbp uint64; Rbx uint64; R11 uint64; R10 uint64; R9 uint64; R8 uint64; Rax uint64; Rcx uint64; Rdx uint64; Rsi uint64; Rdi uint64; Orig_rax uint64; Rip uint64; Cs uint64; Eflags uint64; Rsp uint64; Ss uint64; Fs_base uint64; Gs_base uint64; Ds uint64; Es uint64; Fs uint64; Gs uint64 }
//gcsim:inline 1.19:3
func (r *PtraceRegs) PC() uint64
//gcsim:inline 1.19:4
func (r *PtraceRegs) SetPC(pc uint64)
//gcsim:inline 1.19:65
func PtraceSetOptions(pid int, options int) (err error)
//gcsim:inline 1.19:64
func PtraceSetRegs(pid int, regs *PtraceRegs) (err error)
//gcsim:inline 1.19:64
func PtraceSingleStep(pid int) (err error)
//gcsim:inline 1.19:65
func PtraceSyscall(pid int, signal int) (err error)
//gcsim:inline 1.19:66
func Pwrite(fd int, p []byte, offset int64) (n int, err error)
type RawConn interface{ Control(f func(fd uintptr)) error; Read(f func(fd uintptr) (done bool)) error; Write(f func(fd uintptr) (done bool)) error }
type RawSockaddr struct{ Family uint16; Data [14]int8 }
type RawSockaddrAny struct{ Addr RawSockaddr; Pad [96]int8 }
type RawSockaddrInet4 struct{ Family uint16; Port uint16; Addr [4]byte; Zero [8]uint8 }
type RawSockaddrInet6 struct{ Family uint16; Port uint16; Flowinfo uint32; Addr [16]byte; Scope_id uint32 }
type RawSockaddrLinklayer struct{ Family uint16; Protocol uint16; Ifindex int32; Hatype uint16; Pkttype uint8; Halen uint8; Addr [8]uint8 }
type RawSockaddrNetlink struct{ Family uint16; Pad uint16; Pid uint32; Groups uint32 }
type RawSockaddrUnix struct{ Family uint16; Path [108]int8 }
func RawSyscall(trap uintptr, a1 uintptr, a2 uintptr, a3 uintptr) (r1 uintptr, r2 uintptr, err Errno)
func RawSyscall6(trap uintptr, a1 uintptr, a2 uintptr, a3 uintptr, a4 uintptr, a5 uintptr, a6 uintptr) (r1 uintptr, r2 uintptr, err Errno)
//gcsim:inline 1.19:65
func Read(fd int, p []byte) (n int, err error)
//gcsim:inline 1.19:71
func ReadDirent(fd int, buf []byte) (n int, err error)
//gcsim:inline 1.19:72
func Readlink(path string, buf []byte) (n int, err error)
//gcsim:inline 1.19:64
func Reboot(cmd int) (err error)
func Recvfrom(fd int, p []byte, flags int) (n int, from Sockaddr, err error)
func Recvmsg(fd int, p []byte, oob []byte, flags int) (n int, oobn int, recvflags int, from Sockaddr, err error)
func Removexattr(path string, attr string) (err error)
//gcsim:inline 1.19:64
func Rename(oldpath string, newpath string) (err error)
func Renameat(olddirfd int, oldpath string, newdirfd int, newpath string) (err error)
type Rlimit struct{ Cur uint64; Max uint64 }
//gcsim:inline 1.19:63
func Rmdir(path string) error
type RtAttr struct{ Len uint16; Type uint16 }
type RtGenmsg struct{ Family uint8 }
type RtMsg struct{ Family uint8; Dst_len uint8; Src_len uint8; Tos uint8; Table uint8; Protocol uint8; Scope uint8; Type uint8; Flags uint32 }
type RtNexthop struct{ Len uint16; Flags uint8; Hops uint8; Ifindex int32 }
type Rusage struct{ Utime Timeval; Stime Timeval; Maxrss int64; Ixrss int64; Idrss int64; Isrss int64; Minflt int64; Majflt int64; Nswap int64; Inblock int64; Oublock int64; Msgsnd int64; Msgrcv int64; Nsignals int64; Nvcsw int64; Nivcsw int64 }
const SIGABRT Signal = 6
const SIGALRM Signal = 14
const SIGBUS Signal = 7
const SIGCHLD Signal = 17
const SIGCLD Signal = 17
const SIGCONT Signal = 18
const SIGFPE Signal = 8
const SIGHUP Signal = 1
const SIGILL Signal = 4
const SIGINT Signal = 2
const SIGIO Signal = 29
const SIGIOT Signal = 6
const SIGKILL Signal = 9
const SIGPIPE Signal = 13
const SIGPOLL Signal = 29
const SIGPROF Signal = 27
const SIGPWR Signal = 30
const SIGQUIT Signal = 3
const SIGSEGV Signal = 11
const SIGSTKFLT Signal = 16
const SIGSTOP Signal = 19
const SIGSYS Signal = 31
const SIGTERM Signal = 15
const SIGTRAP Signal = 5
const SIGTSTP Signal = 20
const SIGTTIN Signal = 21
const SIGTTOU Signal = 22
const SIGUNUSED Signal = 31
const SIGURG Signal = 23
const SIGUSR1 Signal = 10
const SIGUSR2 Signal = 12
const SIGVTALRM Signal = 26
const SIGWINCH Signal = 28
const SIGXCPU Signal = 24
const SIGXFSZ Signal = 25
func Seek(fd int, offset int64, whence int) (off int64, err error)
func Select(nfd int, r *FdSet, w *FdSet, e *FdSet, timeout *Timeval) (n int, err error)
//gcsim:inline 1.19:73
func Sendfile(outfd int, infd int, offset *int64, count int) (written int, err error)
//gcsim:leaks to=0
//gcsim:inline 1.19:68
func Sendmsg(fd int, p []byte, oob []byte, to Sockaddr, flags int) (err error)
//gcsim:leaks to=0
func SendmsgN(fd int, p []byte, oob []byte, to Sockaddr, flags int) (n int, err error)
//gcsim:leaks to=0
func Sendto(fd int, p []byte, flags int, to Sockaddr) (err error)
func SetLsfPromisc(name string, m bool) error
func SetNonblock(fd int, nonblocking bool) (err error)
func Setdomainname(p []byte) (err error)
func Setegid(egid int) (err error)
//gcsim:leaks key=0 value=0
func Setenv(key string, value string) error
func Seteuid(euid int) (err error)
func Setfsgid(gid int) (err error)
func Setfsuid(uid int) (err error)
func Setgid(gid int) (err error)
func Setgroups(gids []int) (err error)
func Sethostname(p []byte) (err error)
func Setpgid(pid int, pgid int) (err error)
func Setpriority(which int, who int, prio int) (err error)
func Setregid(rgid int, egid int) (err error)
func Setresgid(rgid int, egid int, sgid int) (err error)
func Setresuid(ruid int, euid int, suid int) (err error)
func Setreuid(ruid int, euid int) (err error)
func Setrlimit(resource int, rlim *Rlimit) (err error)
func Setsid() (pid int, err error)
//gcsim:inline 1.19:66
func SetsockoptByte(fd int, level int, opt int, value byte) (err error)
//gcsim:inline 1.19:65
func SetsockoptICMPv6Filter(fd int, level int, opt int, filter *ICMPv6Filter) error
//gcsim:inline 1.19:65
func SetsockoptIPMreq(fd int, level int, opt int, mreq *IPMreq) (err error)
//gcsim:inline 1.19:65
func SetsockoptIPMreqn(fd int, level int, opt int, mreq *IPMreqn) (err error)
//gcsim:inline 1.19:65
func SetsockoptIPv6Mreq(fd int, level int, opt int, mreq *IPv6Mreq) (err error)
//gcsim:inline 1.19:68
func SetsockoptInet4Addr(fd int, level int, opt int, value [4]byte) (err error)
//gcsim:inline 1.19:72
func SetsockoptInt(fd int, level int, opt int, value int) (err error)
//gcsim:inline 1.19:65
func SetsockoptLinger(fd int, level int, opt int, l *Linger) (err error)
func SetsockoptString(fd int, level int, opt int, s string) (err error)
//gcsim:inline 1.19:65
func SetsockoptTimeval(fd int, level int, opt int, tv *Timeval) (err error)
func Settimeofday(tv *Timeval) (err error)
func Setuid(uid int) (err error)
func Setxattr(path string, attr string, data []byte, flags int) (err error)
func Shutdown(fd int, how int) (err error)
type Signal int
//gcsim:inline 1.19:0
func (s Signal) Signal()
func (s Signal) String() string
func SlicePtrFromStrings(ss []string) ([]*byte, error)
type SockFilter struct{ Code uint16; Jt uint8; Jf uint8; K uint32 }
type SockFprog struct{ Len uint16; Pad_cgo_0 [6]byte; Filter *SockFilter }
type Sockaddr interface{ sockaddr() (ptr unsafe.Pointer, len _Socklen, err error) }
type SockaddrInet4 struct{ Port int; Addr [4]byte; raw RawSockaddrInet4 }
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:58
func (sa *SockaddrInet4) sockaddr() (unsafe.Pointer, _Socklen, error)
type SockaddrInet6 struct{ Port int; ZoneId uint32; Addr [16]byte; raw RawSockaddrInet6 }
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:64
func (sa *SockaddrInet6) sockaddr() (unsafe.Pointer, _Socklen, error)
type SockaddrLinklayer struct{ Protocol uint16; Ifindex int; Hatype uint16; Pkttype uint8; Halen uint8; Addr [8]byte; raw RawSockaddrLinklayer }
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:63
func (sa *SockaddrLinklayer) sockaddr() (unsafe.Pointer, _Socklen, error)
type SockaddrNetlink struct{ Family uint16; Pad uint16; Pid uint32; Groups uint32; raw RawSockaddrNetlink }
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:29
func (sa *SockaddrNetlink) sockaddr() (unsafe.Pointer, _Socklen, error)
type SockaddrUnix struct{ Name string; raw RawSockaddrUnix }
//gcsim:leaks receiver=result0@0
func (sa *SockaddrUnix) sockaddr() (unsafe.Pointer, _Socklen, error)
//gcsim:inline 1.19:76
func Socket(domain int, typ int, proto int) (fd int, err error)
type SocketControlMessage struct{ Header Cmsghdr; Data []byte }
var SocketDisableIPv6 bool
func Socketpair(domain int, typ int, proto int) (fd [2]int, err error)
func Splice(rfd int, roff *int64, wfd int, woff *int64, len int, flags int) (n int64, err error)
//gcsim:inline 1.19:69
func StartProcess(argv0 string, argv []string, attr *ProcAttr) (pid int, handle uintptr, err error)
//gcsim:inline 1.19:64
func Stat(path string, stat *Stat_t) (err error)
type Stat_t struct{ Dev uint64; Ino uint64; Nlink uint64; Mode uint32; Uid uint32; Gid uint32; X__pad0 int32; Rdev uint64; Size int64; Blksize int64; Blocks int64; Atim Timespec; Mtim Timespec; Ctim Timespec; X__unused [3]int64 }
func Statfs(path string, buf *Statfs_t) (err error)
type Statfs_t struct{ Type int64; Bsize int64; Blocks uint64; Bfree uint64; Bavail uint64; Files uint64; Ffree uint64; Fsid Fsid; Namelen int64; Frsize int64; Flags int64; Spare [4]int64 }
var Stderr int
var Stdin int
var Stdout int
func StringBytePtr(s string) *byte
//gcsim:inline 1.19:76
func StringByteSlice(s string) []byte
func StringSlicePtr(ss []string) []*byte
//gcsim:inline 1.19:63
func Symlink(oldpath string, newpath string) (err error)
//gcsim:inline 1.19:64
func Sync()
func SyncFileRange(fd int, off int64, n int64, flags int) (err error)
type SysProcAttr struct{ Chroot string; Credential *Credential; Ptrace bool; Setsid bool; Setpgid bool; Setctty bool; Noctty bool; Ctty int; Foreground bool; Pgid int; Pdeathsig Signal; Cloneflags uintptr; Unshareflags uintptr; UidMappings []SysProcIDMap; GidMappings []SysProcIDMap; GidMappingsEnableSetgroups bool; AmbientCaps []uintptr }
type SysProcIDMap struct{ ContainerID int; HostID int; Size int }
func Syscall(trap uintptr, a1 uintptr, a2 uintptr, a3 uintptr) (r1 uintptr, r2 uintptr, err Errno)
func Syscall6(trap uintptr, a1 uintptr, a2 uintptr, a3 uintptr, a4 uintptr, a5 uintptr, a6 uintptr) (r1 uintptr, r2 uintptr, err Errno)
func Sysinfo(info *Sysinfo_t) (err error)
type Sysinfo_t struct{ Uptime int64; Loads [3]uint64; Totalram uint64; Freeram uint64; Sharedram uint64; Bufferram uint64; Totalswap uint64; Freeswap uint64; Procs uint16; Pad uint16; Pad_cgo_0 [4]byte; Totalhigh uint64; Freehigh uint64; Unit uint32; X_f [0]byte; Pad_cgo_1 [4]byte }
type TCPInfo struct{ State uint8; Ca_state uint8; Retransmits uint8; Probes uint8; Backoff uint8; Options uint8; Pad_cgo_0 [2]byte; Rto uint32; Ato uint32; Snd_mss uint32; Rcv_mss uint32; Unacked uint32; Sacked uint32; Lost uint32; Retrans uint32; Fackets uint32; Last_data_sent uint32; Last_ack_sent uint32; Last_data_recv uint32; Last_ack_recv uint32; Pmtu uint32; Rcv_ssthresh uint32; Rtt uint32; Rttvar uint32; Snd_ssthresh uint32; Snd_cwnd uint32; Advmss uint32; Reordering uint32; Rcv_rtt uint32; Rcv_space uint32; Total_retrans uint32 }
func Tee(rfd int, wfd int, len int, flags int) (n int64, err error)
type Termios struct{ Iflag uint32; Oflag uint32; Cflag uint32; Lflag uint32; Line uint8; Cc [32]uint8; Pad_cgo_0 [3]byte; Ispeed uint32; Ospeed uint32 }
func Tgkill(tgid int, tid int, sig Signal) (err error)
func Time(t *Time_t) (tt Time_t, err error)
type Time_t int64
func Times(tms *Tms) (ticks uintptr, err error)
type Timespec struct{ Sec int64; Nsec int64 }
//gcsim:inline 1.19:8
func (ts *Timespec) Nano() int64
//gcsim:inline 1.19:5
func (ts *Timespec) Unix() (sec int64, nsec int64)
//gcsim:inline 1.19:13
func TimespecToNsec(ts Timespec) int64
type Timeval struct{ Sec int64; Usec int64 }
//gcsim:inline 1.19:10
func (tv *Timeval) Nano() int64
//gcsim:inline 1.19:7
func (tv *Timeval) Unix() (sec int64, nsec int64)
//gcsim:inline 1.19:15
func TimevalToNsec(tv Timeval) int64
type Timex struct{ Modes uint32; Pad_cgo_0 [4]byte; Offset int64; Freq int64; Maxerror int64; Esterror int64; Status int32; Pad_cgo_1 [4]byte; Constant int64; Precision int64; Tolerance int64; Time Timeval; Tick int64; Ppsfreq int64; Jitter int64; Shift int32; Pad_cgo_2 [4]byte; Stabil int64; Jitcnt int64; Calcnt int64; Errcnt int64; Stbcnt int64; Tai int32; Pad_cgo_3 [44]byte }
type Tms struct{ Utime int64; Stime int64; Cutime int64; Cstime int64 }
func Truncate(path string, length int64) (err error)
type Ucred struct{ Pid int32; Uid uint32; Gid uint32 }
//gcsim:inline 1.19:74
func Umask(mask int) (oldmask int)
func Uname(buf *Utsname) (err error)
func UnixCredentials(ucred *Ucred) []byte
func UnixRights(fds ...int) []byte
//gcsim:inline 1.19:63
func Unlink(path string) error
//gcsim:inline 1.19:63
func Unlinkat(dirfd int, path string) error
func Unmount(target string, flags int) (err error)
//gcsim:leaks key=0
func Unsetenv(key string) error
func Unshare(flags int) (err error)
func Ustat(dev int, ubuf *Ustat_t) (err error)
type Ustat_t struct{ Tfree int32; Pad_cgo_0 [4]byte; Tinode uint64; Fname [6]int8; Fpack [6]int8; Pad_cgo_1 [4]byte }
type Utimbuf struct{ Actime int64; Modtime int64 }
func Utime(path string, buf *Utimbuf) (err error)
//gcsim:inline 1.19:73
func Utimes(path string, tv []Timeval) (err error)
//gcsim:inline 1.19:75
func UtimesNano(path string, ts []Timespec) (err error)
type Utsname struct{ Sysname [65]int8; Nodename [65]int8; Release [65]int8; Version [65]int8; Machine [65]int8; Domainname [65]int8 }
func Wait4(pid int, wstatus *WaitStatus, options int, rusage *Rusage) (wpid int, err error)
type WaitStatus uint32
//gcsim:inline 1.19:4
func (w WaitStatus) Continued() bool
//gcsim:inline 1.19:22
func (w WaitStatus) CoreDump() bool
//gcsim:inline 1.19:20
func (w WaitStatus) ExitStatus() int
//gcsim:inline 1.19:6
func (w WaitStatus) Exited() bool
//gcsim:inline 1.19:24
func (w WaitStatus) Signal() Signal
//gcsim:inline 1.19:12
func (w WaitStatus) Signaled() bool
//gcsim:inline 1.19:20
func (w WaitStatus) StopSignal() Signal
//gcsim:inline 1.19:6
func (w WaitStatus) Stopped() bool
//gcsim:inline 1.19:35
func (w WaitStatus) TrapCause() int
//gcsim:inline 1.19:65
func Write(fd int, p []byte) (n int, err error)
type _Socklen uint32
//gcsim:inline 1.19:18
func cmsgAlignOf(salen int) int
func direntReclen(buf []struct{}) (uint64, bool)
func fcntl(fd int, cmd int, arg int) (val int, err interface{})
func forkExec(argv0 string, argv []struct{}, attr *struct{}) (pid int, err interface{})
func fstatat(fd int, path string, stat *struct{}, flags int) (err interface{})
func futimesat(dirfd int, path string, times *struct{}) (err interface{})
func getsockopt(s int, level int, name int, val unsafe.Pointer, vallen *struct{}) (err interface{})
func gettimeofday(tv *struct{}) (err Errno)
func linkat(olddirfd int, oldpath string, newdirfd int, newpath string, flags int) (err interface{})
//gcsim:inline 1.19:8
func nlmAlignOf(msglen int) int
func pread(fd int, p []struct{}, offset int64) (n int, err interface{})
func ptrace(request int, pid int, addr uintptr, data uintptr) (err interface{})
func pwrite(fd int, p []struct{}, offset int64) (n int, err interface{})
func rawSyscallNoError(trap uintptr, a1 uintptr, a2 uintptr, a3 uintptr) (r1 uintptr, r2 uintptr)
func read(fd int, p []struct{}) (n int, err interface{})
func readIntLE(b []struct{}, size uintptr) uint64
func reboot(magic1 uint, magic2 uint, cmd int, arg string) (err interface{})
//gcsim:inline 1.19:8
func rtaAlignOf(attrlen int) int
//gcsim:inline 1.19:6
func setTimespec(sec int64, nsec int64) Timespec
//gcsim:inline 1.19:6
func setTimeval(sec int64, usec int64) Timeval
func setsockopt(s int, level int, name int, val unsafe.Pointer, vallen uintptr) (err interface{})
func socket(domain int, typ int, proto int) (fd int, err interface{})
func symlinkat(oldpath string, newdirfd int, newpath string) (err interface{})
func unlinkat(dirfd int, path string, flags int) (err interface{})
func utimensat(dirfd int, path string, times *struct{}, flag int) (err interface{})
func utimes(path string, times *struct{}) (err interface{})
func write(fd int, p []struct{}) (n int, err interface{})
