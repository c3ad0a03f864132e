namespace Mpuc.Weights.Tfjs;

/// <summary>How a weight's values are stored in fewer bits: <c>value = stored * Scale + Minimum</c>.</summary>
/// <param name="Type">What is stored: <c>uint8</c>, <c>uint16</c>, or <c>float16</c>, which needs no scale.</param>
/// <param name="Scale">The distance of neighbouring values.</param>
/// <param name="Minimum">The value of a stored 0.</param>
internal sealed record TfjsQuantization(string Type, double Scale, double Minimum);
