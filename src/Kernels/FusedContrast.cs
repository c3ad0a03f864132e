using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>
/// The part of a contrastive loss that is quadratic in the batch as one operator: cosine similarities of all rows of all modalities, the log-sum-exp over each
/// anchor's denominator, and the sum over its positives. The similarity of two modalities is computed once for both of their orders; the M^2 R^2
/// similarities are passed over twice forward and once backward.
/// </summary>
public static class FusedContrast
{
    /// <summary>Whether the operator can take these; if not, its plain counterpart has to.</summary>
    /// <param name="unit">Unit embeddings.</param>
    /// <returns>True for float32 on the CPU, while kernels are enabled.</returns>
    public static bool Supports(Tensor unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return FusedKernels.Enabled && unit.device_type == DeviceType.CPU && unit.dtype == ScalarType.Float32;
    }

    /// <summary>Computes for every anchor and modality <c>|P| log sum_D exp(s / tau) - sum_P s / tau</c> over its positives P and its denominator D.</summary>
    /// <param name="unit">Unit embeddings, modality by modality, <c>[M * R, D]</c>.</param>
    /// <param name="positives">Which rows are an anchor's positives, bool, <c>[M or 1, M or 1, R, R]</c>: anchor's and candidate's modality and row.</param>
    /// <param name="denominator">Which rows stand in its denominator, likewise.</param>
    /// <param name="modalities">M.</param>
    /// <param name="temperature">tau, above 0.</param>
    /// <param name="includeSame">Whether to compare each modality with itself as well; without it these values are 0.</param>
    /// <returns>Values, <c>[M, M, R]</c>; 0 for an anchor without positives or without denominator.</returns>
    public static Tensor Run(Tensor unit, Tensor positives, Tensor denominator, long modalities, double temperature, bool includeSame) =>
        NativeOperators.Contrast(unit, positives, denominator, modalities, temperature, includeSame);
}
