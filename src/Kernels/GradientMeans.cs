namespace Mpuc.Kernels;

/// <summary>
/// The means over a window of the gradient g of its standardised values z, and of g z: what normalising takes out of the gradient.
/// </summary>
internal readonly record struct GradientMeans(float Gradient, float Product);
