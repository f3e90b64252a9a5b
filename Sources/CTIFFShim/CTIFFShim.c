#include "CTIFFShim.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// Two buffers, so that the message just taken survives until the next one is taken.
static _Thread_local char last_error[512];
static _Thread_local char taken_error[512];

static void keep_error(const char *module, const char *format, va_list arguments) {
    int used = module ? snprintf(last_error, sizeof last_error, "%s: ", module) : 0;
    if (used < 0 || used >= (int)sizeof last_error) used = 0;
    vsnprintf(last_error + used, sizeof last_error - (size_t)used, format, arguments);
}

void tiff_capture_errors(void) {
    TIFFSetErrorHandler(keep_error);
    TIFFSetWarningHandler(NULL);
}

const char *tiff_take_last_error(void) {
    memcpy(taken_error, last_error, sizeof taken_error);
    last_error[0] = 0;
    return taken_error;
}
