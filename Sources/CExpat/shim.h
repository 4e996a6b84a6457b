// The archive is linked, not the shared library: what is loaded at every start is paid at every start.
#include <expat.h>
