// A small pool of threads that shares the parts of one job at a time.
#include "CKernels.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

enum { SPINS = 4000, MAXIMUM_THREADS = 64, PART_BITS = 20 };
static const size_t part_limit = ((size_t)1 << PART_BITS) - 1;

// The job that is running. A ticket packs its number, its count of parts and the next part that
// nobody took: whoever moves the ticket on by one owns that part. Since all three stand in one
// word, a helper that looked at an older job cannot take a part of a newer one.
static _Atomic uint64_t ticket;
static void (*_Atomic job_work)(void *, size_t);
static void *_Atomic job_context;
static _Atomic size_t job_first;
static _Atomic int job_instruction_limit;
static _Atomic size_t job_threads;
static _Atomic size_t finished;

static atomic_flag busy = ATOMIC_FLAG_INIT;  // held by the thread whose job is running
static _Atomic int sleepers;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t wake = PTHREAD_COND_INITIALIZER;

static _Thread_local bool inside;  // a part of a job runs on this thread: nested jobs run here
static _Thread_local size_t thread_limit;

static inline uint64_t next_part(uint64_t t) { return t & part_limit; }
static inline uint64_t part_count(uint64_t t) { return (t >> PART_BITS) & part_limit; }
static inline bool is_open(uint64_t t) { return next_part(t) < part_count(t); }

static inline void relax(void) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("yield");
#endif
}

// Takes and runs parts until none is left.
static void take_parts(size_t helper) {
    uint64_t seen = atomic_load(&ticket);
    while (is_open(seen)) {
        // Read before the part is taken: while a part is open its job cannot have ended.
        void (*work)(void *, size_t) = atomic_load(&job_work);
        void *context = atomic_load(&job_context);
        const size_t first = atomic_load(&job_first);
        const int instructions = atomic_load(&job_instruction_limit);
        if (helper >= atomic_load(&job_threads)) return;
        if (!atomic_compare_exchange_weak(&ticket, &seen, seen + 1)) continue;
        const int before = kernels_limit_instruction_set(instructions);
        inside = true;
        work(context, first + next_part(seen));
        inside = false;
        kernels_limit_instruction_set(before);
        atomic_fetch_add(&finished, 1);
        seen = atomic_load(&ticket);
    }
}

static void *help(void *argument) {
    const size_t helper = (size_t)argument;
    for (;;) {
        uint64_t seen = atomic_load(&ticket);
        for (int spin = 0; spin < SPINS && !is_open(seen); spin++) {
            relax();
            seen = atomic_load(&ticket);
        }
        if (!is_open(seen)) {
            pthread_mutex_lock(&lock);
            atomic_fetch_add(&sleepers, 1);
            while (!is_open(atomic_load(&ticket))) pthread_cond_wait(&wake, &lock);
            atomic_fetch_sub(&sleepers, 1);
            pthread_mutex_unlock(&lock);
        }
        take_parts(helper);
        if (is_open(atomic_load(&ticket))) sched_yield();  // a job that may not use this helper
    }
    return NULL;
}

static size_t pool_threads = 1;

static void start_pool(void) {
    const char *wish = getenv("DEEPTEACHING_THREADS");
    long threads = wish ? strtol(wish, NULL, 10) : sysconf(_SC_NPROCESSORS_ONLN);
    if (threads < 1) threads = 1;
    if (threads > MAXIMUM_THREADS) threads = MAXIMUM_THREADS;
    size_t running = 1;
    for (size_t helper = 1; helper < (size_t)threads; helper++) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, help, (void *)helper) != 0) break;
        pthread_detach(thread);
        running++;
    }
    pool_threads = running;
}

size_t parallel_limit(size_t threads) {
    const size_t old = thread_limit;
    thread_limit = threads;
    return old;
}

// Publishes at most `part_limit` parts, helps with them, and waits for those that others took.
static void run_job(size_t first, size_t count) {
    atomic_store(&job_first, first);
    atomic_store(&finished, 0);
    const uint64_t number = (atomic_load(&ticket) >> (2 * PART_BITS)) + 1;
    atomic_store(&ticket, number << (2 * PART_BITS) | (uint64_t)count << PART_BITS);
    if (atomic_load(&sleepers) > 0) {
        pthread_mutex_lock(&lock);
        pthread_cond_broadcast(&wake);
        pthread_mutex_unlock(&lock);
    }
    take_parts(0);
    for (int spin = 0; atomic_load(&finished) < count; spin++) {
        if (spin < SPINS) relax();
        else sched_yield();
    }
}

size_t parallel_threads(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, start_pool);
    return thread_limit > 0 && thread_limit < pool_threads ? thread_limit : pool_threads;
}

void parallel_run(size_t count, void (*work)(void *context, size_t part), void *context) {
    const size_t threads = parallel_threads();
    // One part, one thread, a part that starts a job, a second job at the same time: run it here.
    if (count < 2 || threads < 2 || inside || atomic_flag_test_and_set(&busy)) {
        for (size_t part = 0; part < count; part++) work(context, part);
        return;
    }
    atomic_store(&job_work, work);
    atomic_store(&job_context, context);
    atomic_store(&job_threads, threads);
    const int instructions = kernels_limit_instruction_set(2);
    kernels_limit_instruction_set(instructions);
    atomic_store(&job_instruction_limit, instructions);
    for (size_t first = 0; first < count; first += part_limit) {
        const size_t left = count - first;
        run_job(first, left < part_limit ? left : part_limit);
    }
    atomic_flag_clear(&busy);
}
