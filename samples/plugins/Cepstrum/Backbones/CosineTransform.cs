using TorchSharp;
using static TorchSharp.torch;

namespace Samples.Cepstrum.Backbones;

/// <summary>
/// The discrete cosine transform, DCT-II with orthonormal rows, that makes a cepstrum of a log spectrum (Davis and Mermelstein 1980).
/// </summary>
internal static class CosineTransform
{
    /// <summary>Makes the matrix that a row of bands is multiplied with.</summary>
    /// <param name="bands">The number of bands.</param>
    /// <param name="coefficients">The number of coefficients, at most that of the bands.</param>
    /// <returns>A matrix <c>[bands, coefficients]</c>, float32.</returns>
    public static Tensor Matrix(long bands, long coefficients)
    {
        var matrix = new float[bands * coefficients];
        for (var band = 0; band < bands; band++)
        {
            for (var k = 0; k < coefficients; k++)
            {
                var scale = Math.Sqrt((k == 0 ? 1.0 : 2.0) / bands);
                matrix[(band * coefficients) + k] = (float)(scale * Math.Cos(Math.PI * (band + 0.5) * k / bands));
            }
        }

        return tensor(matrix, [bands, coefficients]);
    }
}
