#include "statistics_shims.h"

#include <boost/math/special_functions/beta.hpp>
#include <limits>

double clonetrack_beta_quantile(double a, double b, double p) {
  try {
    return boost::math::ibeta_inv(a, b, p);
  } catch (...) {
    return std::numeric_limits<double>::quiet_NaN();
  }
}
