#include "statistics_shims.h"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <limits>

namespace {

// Boost reports domain errors by throwing; C and Swift callers get NaN.
template <typename Function>
double guarded(Function function) noexcept {
  try {
    return function();
  } catch (...) {
    return std::numeric_limits<double>::quiet_NaN();
  }
}

}  // namespace

namespace bm = boost::math;

double clonetrack_beta_cumulative(double a, double b, double x) {
  return guarded([=] { return bm::ibeta(a, b, x); });
}

double clonetrack_beta_quantile(double a, double b, double p) {
  return guarded([=] { return bm::ibeta_inv(a, b, p); });
}

double clonetrack_gamma_cumulative(double a, double x) {
  return guarded([=] { return bm::gamma_p(a, x); });
}

double clonetrack_gamma_upper_tail(double a, double x) {
  return guarded([=] { return bm::gamma_q(a, x); });
}

double clonetrack_gamma_quantile(double a, double p) {
  return guarded([=] { return bm::gamma_p_inv(a, p); });
}

double clonetrack_gamma_upper_quantile(double a, double q) {
  return guarded([=] { return bm::gamma_q_inv(a, q); });
}

double clonetrack_normal_cumulative(double z) {
  return guarded([=] { return bm::cdf(bm::normal_distribution<double>(), z); });
}

double clonetrack_normal_quantile(double p) {
  return guarded([=] { return bm::quantile(bm::normal_distribution<double>(), p); });
}

double clonetrack_binomial_cumulative(double n, double p, double k) {
  return guarded([=] { return bm::cdf(bm::binomial_distribution<double>(n, p), k); });
}

double clonetrack_binomial_probability(double n, double p, double k) {
  return guarded([=] { return bm::pdf(bm::binomial_distribution<double>(n, p), k); });
}

double clonetrack_f_upper_tail(double numerator_df, double denominator_df, double x) {
  return guarded([=] {
    return bm::cdf(bm::complement(bm::fisher_f_distribution<double>(numerator_df, denominator_df), x));
  });
}
