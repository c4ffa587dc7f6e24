package dev.whimbrel.bench;

/**
 * What one run of a program cost.
 *
 * @param wall milliseconds from start to end
 * @param processor milliseconds of processor time, its own and the kernel's for it
 * @param memory megabytes that it held at most
 */
record Measurement(double wall, double processor, double memory) {}
