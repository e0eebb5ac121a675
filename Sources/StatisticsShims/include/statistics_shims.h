#ifndef CLONETRACK_STATISTICS_SHIMS_H
#define CLONETRACK_STATISTICS_SHIMS_H

#ifdef __cplusplus
extern "C" {
#endif

// Every function returns NaN outside its domain and never throws.

/// Regularized incomplete beta function I_x(a, b).
double clonetrack_beta_cumulative(double a, double b, double x);

/// Inverse of the regularized incomplete beta function: x with I_x(a, b) = p.
double clonetrack_beta_quantile(double a, double b, double p);

/// Regularized lower incomplete gamma function P(a, x).
double clonetrack_gamma_cumulative(double a, double x);

/// Regularized upper incomplete gamma function Q(a, x).
double clonetrack_gamma_upper_tail(double a, double x);

/// x with P(a, x) = p.
double clonetrack_gamma_quantile(double a, double p);

/// x with Q(a, x) = q; exact where 1 - q would lose digits.
double clonetrack_gamma_upper_quantile(double a, double q);

/// Standard normal distribution function.
double clonetrack_normal_cumulative(double z);

/// Standard normal quantile.
double clonetrack_normal_quantile(double p);

/// P(X <= k) of a binomial distribution of n trials.
double clonetrack_binomial_cumulative(double n, double p, double k);

/// P(X = k) of a binomial distribution of n trials.
double clonetrack_binomial_probability(double n, double p, double k);

/// P(X > x) of the F distribution.
double clonetrack_f_upper_tail(double numerator_df, double denominator_df, double x);

#ifdef __cplusplus
}
#endif

#endif
