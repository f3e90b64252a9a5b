// pkg-config's include path already ends in /openslide where the header lies there.
#include <openslide.h>
