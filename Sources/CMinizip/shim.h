// The archives are linked, not the shared libraries: what is loaded at every start is paid at every start.
#include <minizip/unzip.h>
