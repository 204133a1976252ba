package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"syscall"
	"time"
	"unsafe"
)

// children are the parts that this program plays in a process of its own.
var children = map[string]func(){
	"echo": echoServer, "http": httpServer, "spawn": spawn, "threads": startThreads,
	"slices": sliceLengths, "fresh": freshSlices, "retake": retakes, "retake-idle": retakesIdle,
}

// startChild starts this program in the named part. It ends when its standard input does, so with this process at the latest.
func startChild(part string, env ...string) (out *bufio.Reader, stop func()) {
	command := exec.Command(os.Args[0], "-child", part)
	command.Env = append(os.Environ(), env...)
	command.Stderr = os.Stderr
	in, err := command.StdinPipe()
	check(err)
	pipe, err := command.StdoutPipe()
	check(err)
	check(command.Start())
	return bufio.NewReader(pipe), func() {
		in.Close()
		command.Wait()
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// listen prints its address for the parent and ends the process with standard input.
func listen() net.Listener {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	fmt.Println(listener.Addr())
	go func() {
		io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	return listener
}

// echo sends back every byte alone.
func echo(conn net.Conn) {
	var b [1]byte
	for {
		if _, err := conn.Read(b[:]); err != nil {
			return
		}
		conn.Write(b[:])
	}
}

func echoServer() {
	listener := listen()
	for {
		conn, err := listener.Accept()
		check(err)
		go echo(conn)
	}
}

// pair is the two ends of a loopback connection in this process.
func pair() (a, b net.Conn) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	defer listener.Close()
	a, err = net.Dial("tcp", listener.Addr().String())
	check(err)
	b, err = listener.Accept()
	check(err)
	return a, b
}

func descriptor(conn net.Conn) (fd uintptr) {
	raw, err := conn.(*net.TCPConn).SyscallConn()
	check(err)
	raw.Control(func(found uintptr) { fd = found })
	return fd
}

func init() {
	benches = append(benches, bench{"syscall", 1, func(r *recorder) {
		for rep := 0; rep < 60; rep++ {
			raw := each(r, "syscall.getpid.raw", "RawSyscall(getpid): the kernel's part alone", 5000, func() {
				syscall.RawSyscall(syscall.SYS_GETPID, 0, 0, 0)
			})
			whole := each(r, "syscall.getpid", "Syscall(getpid): with entersyscall and exitsyscall, P kept", 5000, func() {
				syscall.Syscall(syscall.SYS_GETPID, 0, 0, 0)
			})
			r.add("syscall.enter_exit", "ns", "entersyscall + exitsyscall: Syscall less RawSyscall, sample by sample", whole-raw)
		}
	}})
	benches = append(benches, bench{"tcp.parts", 1, tcpParts}, bench{"tcp.oneway", 1, func(r *recorder) {
		a, b := pair()
		go echo(b)
		pingPong(r, a, "tcp.oneway.same_p", "half a round trip of 1 byte between two goroutines of one P: write, park, netpoll, read")
		b.Close()
		a.Close()
	}}, bench{"tcp.oneway.p2", 2, func(r *recorder) {
		a, b := pair()
		go echo(b)
		pingPong(r, a, "tcp.oneway.p2", "half a round trip of 1 byte between two goroutines of one process with 2 Ps")
		b.Close()
		a.Close()
	}}, bench{"tcp.oneway.processes", 1, func(r *recorder) {
		out, stop := startChild("echo", "GOMAXPROCS=1")
		defer stop()
		address, err := out.ReadString('\n')
		check(err)
		conn, err := net.Dial("tcp", address[:len(address)-1])
		check(err)
		defer conn.Close()
		pingPong(r, conn, "tcp.oneway.processes", "half a round trip of 1 byte between two processes, one P each: each side's thread sleeps in epoll_wait")
		timeWrites(r, conn)
	}})
}

const trips = 1000

func pingPong(r *recorder, conn net.Conn, name, how string) {
	var b [1]byte
	for i := 0; i < trips; i++ {
		start := time.Now()
		conn.Write(b[:])
		conn.Read(b[:])
		r.add(name, "ns", how, float64(time.Since(start))/2)
	}
}

// timeWrites times the write alone when it must wake the other process.
func timeWrites(r *recorder, conn net.Conn) {
	var b [1]byte
	for i := 0; i < trips; i++ {
		start := time.Now()
		conn.Write(b[:])
		r.add("tcp.write.wakes", "ns", "net.Conn.Write of 1 byte when the peer's thread sleeps and is woken", float64(time.Since(start)))
		conn.Read(b[:])
	}
}

// each adds the time of one f, from count of them, and returns it.
func each(r *recorder, name, how string, count int, f func()) float64 {
	start := time.Now()
	for i := 0; i < count; i++ {
		f()
	}
	took := float64(time.Since(start)) / float64(count)
	r.add(name, "ns", how, took)
	return took
}

// tcpParts separates the costs of one-byte writes and reads; no goroutine waits, so nobody is woken.
func tcpParts(r *recorder) {
	a, b := pair()
	defer a.Close()
	defer b.Close()
	const count = 64
	var buffer [1]byte
	byteAt := uintptr(unsafe.Pointer(&buffer))
	from, to := descriptor(a), descriptor(b)
	epoll, err := syscall.EpollCreate1(0)
	check(err)
	defer syscall.Close(epoll)
	check(syscall.EpollCtl(epoll, syscall.EPOLL_CTL_ADD, int(to), &syscall.EpollEvent{Events: syscall.EPOLLIN}))
	var events [8]syscall.EpollEvent
	for rep := 0; rep < 100; rep++ {
		write := each(r, "tcp.write", "net.Conn.Write of 1 byte on loopback, nobody waits for it", count, func() { a.Write(buffer[:]) })
		read := each(r, "tcp.read.ready", "net.Conn.Read of 1 byte that is there", count, func() { b.Read(buffer[:1]) })
		write -= each(r, "tcp.write.raw", "RawSyscall(write) of 1 byte on loopback", count, func() {
			syscall.RawSyscall(syscall.SYS_WRITE, from, byteAt, 1)
		})
		read -= each(r, "tcp.read.ready.raw", "RawSyscall(read) of 1 byte that is there", count, func() {
			syscall.RawSyscall(syscall.SYS_READ, to, byteAt, 1)
		})
		r.add("tcp.write.go", "ns", "what net.Conn.Write adds to the bare system call, sample by sample", write)
		r.add("tcp.read.go", "ns", "what net.Conn.Read adds to the bare system call, sample by sample", read)
		each(r, "tcp.read.eagain.raw", "RawSyscall(read), nothing there: what a Read does before it parks", count, func() {
			syscall.RawSyscall(syscall.SYS_READ, to, byteAt, 1)
		})
		each(r, "epoll.wait.empty", "RawSyscall(epoll_wait) that does not block, nothing ready", count, func() {
			syscall.RawSyscall6(syscall.SYS_EPOLL_WAIT, uintptr(epoll), uintptr(unsafe.Pointer(&events)), 8, 0, 0, 0)
		})
	}
}
