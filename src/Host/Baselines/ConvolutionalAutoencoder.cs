using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Baselines;

/// <summary>
/// A convolutional autoencoder of matrices, after Koromilas and Giannakopoulos 2021 (arXiv 2110.03007): three convolutions that halve both
/// axes, and their transposes. The kernels' sizes and numbers are ours.
/// </summary>
internal sealed class ConvolutionalAutoencoder : nn.Module<Tensor, Tensor>
{
    private const int Halvings = 8;

    private readonly nn.Module<Tensor, Tensor> encoder;
    private readonly nn.Module<Tensor, Tensor> decoder;

    /// <summary>Makes an autoencoder with fresh weights, drawn from the default random generator.</summary>
    public ConvolutionalAutoencoder(int channels)
        : base(nameof(ConvolutionalAutoencoder))
    {
        encoder = nn.Sequential(
            ("conv1", nn.Conv2d(1, 16, 3, stride: 2, padding: 1)),
            ("relu1", nn.ReLU()),
            ("conv2", nn.Conv2d(16, 32, 3, stride: 2, padding: 1)),
            ("relu2", nn.ReLU()),
            ("conv3", nn.Conv2d(32, channels, 3, stride: 2, padding: 1)));
        decoder = nn.Sequential(
            ("conv1", nn.ConvTranspose2d(channels, 32, 4, stride: 2, padding: 1)),
            ("relu1", nn.ReLU()),
            ("conv2", nn.ConvTranspose2d(32, 16, 4, stride: 2, padding: 1)),
            ("relu2", nn.ReLU()),
            ("conv3", nn.ConvTranspose2d(16, 1, 4, stride: 2, padding: 1)));
        RegisterComponents();
    }

    /// <summary>The code of matrices.</summary>
    /// <param name="input"><c>[R, 1, T, D]</c>, T a multiple of 8.</param>
    /// <returns><c>[R, channels * T / 8 * ceil(D / 8)]</c>.</returns>
    public Tensor Encode(Tensor input) => encoder.forward(Pad(input)).flatten(1);

    /// <summary>The matrices that are read back from their codes.</summary>
    /// <param name="input"><c>[R, 1, T, D]</c>, T a multiple of 8.</param>
    public override Tensor forward(Tensor input) => decoder.forward(encoder.forward(Pad(input))).narrow(3, 0, input.shape[3]);

    private static Tensor Pad(Tensor input)
    {
        var rest = input.shape[3] % Halvings;
        return rest == 0 ? input : nn.functional.pad(input, new[] { 0, Halvings - rest });
    }
}
