// Costs of threads and of the kernel's waits, in the format of harness.go: what the Go scheduler's own
// operations end in. Built with gcc -O2 -pthread.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <linux/futex.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { TRIALS = 1000, PAGES = 2048, PAGE = 4096, STACK = 64 << 10 };

static double values[2 * TRIALS];
static int count;

static long now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000L + t.tv_nsec;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double quantile(double q) { return values[(int)(q * (count - 1) + 0.5)]; }

static void row(const char *name, const char *how) {
    qsort(values, count, sizeof values[0], ascending);
    printf("%s,c,ns,%.0f,%.0f,%.0f,%d,\"%s\"\n", name, quantile(0.1), quantile(0.5), quantile(0.9), count, how);
    fflush(stdout);
    count = 0;
}

static void nap(long ns) {
    struct timespec t = {0, ns};
    nanosleep(&t, NULL);
}

static void pin(int cpu) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(cpu, &set);
    sched_setaffinity(0, sizeof set, &set);
}

static void unpin(void) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(0, &set);
    CPU_SET(1, &set);
    sched_setaffinity(0, sizeof set, &set);
}

// A thread's start: when its first instruction ran.
static _Atomic long started;

static void *note_start(void *unused) {
    atomic_store(&started, now());
    return unused;
}

static int note_start_clone(void *unused) {
    note_start(unused);
    return 0;
}

// The parent either spins, as a goroutine that goes on computing does, or sleeps and leaves its CPU free.
static void await_start(int spin) {
    while (atomic_load(&started) == 0) {
        if (!spin) {
            nap(200000);
        }
    }
}

static void pthread_start(int spin, const char *name, const char *how) {
    double create[TRIALS];
    for (int i = 0; i < TRIALS; i++) {
        pthread_t thread;
        atomic_store(&started, 0);
        long before = now();
        pthread_create(&thread, NULL, note_start, NULL);
        create[i] = now() - before;
        await_start(spin);
        values[count++] = atomic_load(&started) - before;
        pthread_join(thread, NULL);
        nap(100000);
    }
    row(name, how);
    if (!spin) {
        for (int i = 0; i < TRIALS; i++) {
            values[count++] = create[i];
        }
        row("pthread.create.call", "pthread_create until it returns; the stack comes from glibc's cache");
    }
}

// clone with the flags of Go's newosproc. The stack is not given back until the thread has surely gone.
static void clone_start(int spin, const char *name, const char *how) {
    const int flags = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_SYSVSEM | CLONE_THREAD;
    double call[TRIALS];
    char *stacks = mmap(NULL, 8 * STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    for (int i = 0; i < TRIALS; i++) {
        atomic_store(&started, 0);
        long before = now();
        clone(note_start_clone, stacks + (i % 8 + 1) * STACK, flags, NULL);
        call[i] = now() - before;
        await_start(spin);
        values[count++] = atomic_load(&started) - before;
        nap(100000);
    }
    row(name, how);
    if (!spin) {
        for (int i = 0; i < TRIALS; i++) {
            values[count++] = call[i];
        }
        row("clone.call", "clone with the flags of Go's newosproc until it returns");
    }
}

static void futex(_Atomic int *word, int op, int value, const struct timespec *timeout) {
    syscall(SYS_futex, word, op | FUTEX_PRIVATE_FLAG, value, timeout, NULL, 0);
}

static _Atomic int bell;
static _Atomic long rung;
static double woken[TRIALS];
static int sleeper_cpu;

static void *sleeper(void *unused) {
    if (sleeper_cpu >= 0) {
        pin(sleeper_cpu);
    }
    for (int i = 0; i < TRIALS; i++) {
        while (atomic_load(&bell) <= i) {
            futex(&bell, FUTEX_WAIT, i, NULL);
        }
        woken[i] = now() - atomic_load(&rung);
    }
    return unused;
}

// How long after the call of futex(WAKE) the sleeper runs, and how long the call takes.
static void futex_wake(int cpu, int spin, const char *name, const char *how, int with_call) {
    double call[TRIALS];
    pthread_t thread;
    sleeper_cpu = cpu;
    atomic_store(&bell, 0);
    if (cpu >= 0) {
        pin(0);
    }
    pthread_create(&thread, NULL, sleeper, NULL);
    nap(1000000);
    for (int i = 0; i < TRIALS; i++) {
        atomic_store(&rung, now());
        atomic_store(&bell, i + 1);
        futex(&bell, FUTEX_WAKE, 1, NULL);
        call[i] = now() - atomic_load(&rung);
        for (long until = now() + (spin ? 300000 : 0); now() < until;) {
        }
        nap(100000);
    }
    pthread_join(thread, NULL);
    unpin();
    for (int i = 0; i < TRIALS; i++) {
        values[count++] = woken[i];
    }
    row(name, how);
    if (with_call) {
        for (int i = 0; i < TRIALS; i++) {
            values[count++] = call[i];
        }
        row("futex.wake.call", "futex(WAKE) of a sleeper on the other CPU until the call returns");
    }
}

static _Atomic int turn;

static void *second(void *unused) {
    pin(0);
    for (int i = 0; i < 2000 * 60; i++) {
        while (atomic_load(&turn) != 1) {
            futex(&turn, FUTEX_WAIT, 0, NULL);
        }
        atomic_store(&turn, 0);
        futex(&turn, FUTEX_WAKE, 1, NULL);
    }
    return unused;
}

// Two threads of one CPU that wake each other in turn.
static void thread_switch(void) {
    pthread_t thread;
    pthread_create(&thread, NULL, second, NULL);
    pin(0);
    for (int rep = 0; rep < 60; rep++) {
        long before = now();
        for (int i = 0; i < 2000; i++) {
            atomic_store(&turn, 1);
            futex(&turn, FUTEX_WAKE, 1, NULL);
            while (atomic_load(&turn) != 0) {
                futex(&turn, FUTEX_WAIT, 1, NULL);
            }
        }
        values[count++] = (now() - before) / 4000.0;
    }
    pthread_join(thread, NULL);
    unpin();
    row("thread.switch", "futex(WAKE) + futex(WAIT) + switch between two threads of one CPU, for one switch");
}

// How much longer than asked the kernel's waits take: timer slack (50 us) and wake-up.
static void lateness(void) {
    static const struct { const char *name; long ns; int trials; } waits[] = {
        {"3us", 3000, 500}, {"20us", 20000, 500}, {"50us", 50000, 500}, {"100us", 100000, 500}, {"1ms", 1000000, 300}, {"10ms", 10000000, 60}};
    char name[64];
    _Atomic int word = 0;
    for (unsigned w = 0; w < sizeof waits / sizeof waits[0]; w++) {
        struct timespec t = {0, waits[w].ns};
        for (int i = 0; i < waits[w].trials; i++) {
            long before = now();
            nanosleep(&t, NULL);
            values[count++] = now() - before - waits[w].ns;
        }
        snprintf(name, sizeof name, "nanosleep.late.%s", waits[w].name);
        row(name, "how much longer than asked; what usleep of the runtime (sysmon, runnext steal) meets");
        for (int i = 0; i < waits[w].trials; i++) {
            long before = now();
            futex(&word, FUTEX_WAIT, 0, &t);
            values[count++] = now() - before - waits[w].ns;
        }
        snprintf(name, sizeof name, "futex.late.%s", waits[w].name);
        row(name, "futex(WAIT) that times out, how much later than asked; what timerproc of 1.2-1.13 sleeps in");
    }
}

// The first touch of a page of fresh memory: what a new stack or a growing heap pays for each 4 KiB.
static void page_fault(void) {
    for (int rep = 0; rep < 60; rep++) {
        char *memory = mmap(NULL, PAGES * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        madvise(memory, PAGES * PAGE, MADV_NOHUGEPAGE);
        long before = now();
        for (int i = 0; i < PAGES; i++) {
            memory[i * PAGE] = 1;
        }
        values[count++] = (double)(now() - before) / PAGES;
        munmap(memory, PAGES * PAGE);
    }
    row("page.fault", "first write to a page of 4 KiB");
}

// Half a round trip of one byte between two processes that block in read: the kernel's share of a network wake-up.
static void tcp_one_way(int cpu, const char *name, const char *how) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    int one = 1, listener = socket(AF_INET, SOCK_STREAM, 0);
    char byte = 0;
    if (bind(listener, (struct sockaddr *)&address, size) != 0 || listen(listener, 1) != 0 ||
        getsockname(listener, (struct sockaddr *)&address, &size) != 0) {
        perror("listen");
        exit(1);
    }
    pid_t child = fork();
    int fd = child == 0 ? accept(listener, NULL, NULL) : socket(AF_INET, SOCK_STREAM, 0);
    if (child != 0 && connect(fd, (struct sockaddr *)&address, size) != 0) {
        perror("connect");
        exit(1);
    }
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    pin(child == 0 ? cpu : 0);
    if (child == 0) {
        while (read(fd, &byte, 1) == 1 && write(fd, &byte, 1) == 1) {
        }
        _exit(0);
    }
    for (int i = 0; i < 2 * TRIALS; i++) {
        long before = now();
        if (write(fd, &byte, 1) != 1 || read(fd, &byte, 1) != 1) {
            break;
        }
        values[count++] = (now() - before) / 2.0;
    }
    close(fd);
    close(listener);
    waitpid(child, NULL, 0);
    unpin();
    row(name, how);
}

int main(void) {
    pthread_start(0, "pthread.start.parent_sleeps", "pthread_create to the thread's first instruction, the parent's CPU free");
    pthread_start(1, "pthread.start.parent_spins", "the same when the parent keeps its CPU busy");
    clone_start(0, "clone.start.parent_sleeps", "clone as Go calls it to the thread's first instruction, the parent's CPU free");
    clone_start(1, "clone.start.parent_spins", "the same when the parent keeps its CPU busy");
    futex_wake(-1, 0, "futex.wake.free", "futex(WAKE) to the sleeper running, waker sleeps, CPUs free to choose", 0);
    futex_wake(-1, 1, "futex.wake.free.spins", "the same when the waker goes on computing for 0.3 ms", 0);
    futex_wake(1, 1, "futex.wake.other_cpu", "futex(WAKE) to the sleeper running on the other, idle CPU; waker goes on", 1);
    thread_switch();
    lateness();
    page_fault();
    tcp_one_way(0, "tcp.oneway.blocking.same_cpu", "half a round trip of 1 byte between two processes that block in read(2), one CPU");
    tcp_one_way(1, "tcp.oneway.blocking.other_cpu", "the same with a CPU each, which falls idle in between");
    return 0;
}
