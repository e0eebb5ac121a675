#include "compression_shims.h"
