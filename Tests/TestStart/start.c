#include "TestStart.h"

// In RunsAhead.swift.
extern void begin_runs_ahead(void);

// XCTest on Linux tells nobody that the tests begin, and their order is its own affair: so this comes
// before the first of them, whichever it is.
__attribute__((constructor)) static void begin(void) {
    begin_runs_ahead();
}
