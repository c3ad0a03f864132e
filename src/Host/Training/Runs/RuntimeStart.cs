using Mpuc.Host.Configuration;
using TorchSharp;

namespace Mpuc.Host.Training;

/// <summary>Applies the section <c>runtime</c>.</summary>
internal static class RuntimeStart
{
    /// <summary>Sets the number of threads and finds the device.</summary>
    /// <returns>The device to compute on.</returns>
    /// <exception cref="MpucException">CUDA is wanted and absent.</exception>
    public static torch.Device Start(this RuntimeOptions options)
    {
        if (options.Threads > 0)
        {
            torch.set_num_threads(options.Threads);
        }

        return options.Device == "cpu" || torch.cuda.is_available()
            ? torch.device(options.Device)
            : throw new MpucException("'runtime.device' is 'cuda', but libtorch finds no CUDA device; 'cpu' would be right.");
    }
}
