#ifndef CLONETRACK_STATISTICS_SHIMS_H
#define CLONETRACK_STATISTICS_SHIMS_H

#ifdef __cplusplus
extern "C" {
#endif

/// Inverse of the regularized incomplete beta function: x with I_x(a, b) = p; NaN outside its domain.
double clonetrack_beta_quantile(double a, double b, double p);

#ifdef __cplusplus
}
#endif

#endif
