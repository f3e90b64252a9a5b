// OpenSlide warns through GLib, which prints to stderr. GLib is not one of our dependencies, so its
// function is looked up where OpenSlide has loaded it; without it there is nothing to capture.
#define _GNU_SOURCE
#include "CTIFFShim.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

typedef void (*glib_handler)(const char *domain, int level, const char *message, void *data);
typedef unsigned (*glib_set_handler)(const char *, int, glib_handler, void *);

// Two buffers, so that the message just taken survives until the next one is taken.
static _Thread_local char last_message[512];
static _Thread_local char taken_message[512];

static void keep_message(const char *domain, int level, const char *message, void *data) {
    (void)domain, (void)level, (void)data;
    snprintf(last_message, sizeof last_message, "%s", message ? message : "");
}

// Critical, warning, message, info and debug. An error ends the process, so its words must show.
static const int captured_levels = 1 << 3 | 1 << 4 | 1 << 5 | 1 << 6 | 1 << 7;

void glib_capture_messages(void) {
    static bool is_captured = false;
    if (__atomic_exchange_n(&is_captured, true, __ATOMIC_SEQ_CST)) return;
    void *found = dlsym(RTLD_DEFAULT, "g_log_set_handler");
    if (!found) return;
    glib_set_handler set_handler;
    memcpy(&set_handler, &found, sizeof set_handler);
    // OpenSlide's own name before and after 4.0, and the libraries that it calls.
    const char *const domains[] = {"Openslide", "OpenSlide", "GLib", "GLib-GObject", "GdkPixbuf"};
    for (size_t i = 0; i < sizeof domains / sizeof *domains; i++)
        set_handler(domains[i], captured_levels, keep_message, NULL);
}

const char *glib_take_last_message(void) {
    memcpy(taken_message, last_message, sizeof taken_message);
    last_message[0] = 0;
    return taken_message;
}
