using System.Globalization;
using Mpuc.Host.Configuration;
using Mpuc.Host.Tensors;
using TorchSharp;

namespace Mpuc.Host.Runs;

/// <summary>Applies the section <c>runtime</c>.</summary>
internal static class RuntimeStart
{
    private const string Cpu = "cpu";

    /// <summary>Sets the number of threads and finds the device.</summary>
    /// <exception cref="MpucException">A GPU is wanted and absent, or libtorch cannot be loaded.</exception>
    public static torch.Device Start(this RuntimeOptions options)
    {
        TensorLibrary.Require();
        if (options.Threads > 0)
        {
            torch.set_num_threads(options.Threads);
        }

        var found = options.Device == Cpu ? 0 : torch.cuda.device_count();
        if (options.Device == Cpu || (options.Device == "auto" && found == 0))
        {
            return torch.device(Cpu);
        }

        var index = options.Device.Split(':') is [_, var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 0;
        return index < found
            ? torch.device(string.Create(CultureInfo.InvariantCulture, $"cuda:{index}"))
            : throw new MpucException(
                $"'runtime.device' is '{options.Device}', but libtorch finds "
                    + $"{(found == 0 ? "no CUDA device" : $"{found} CUDA devices, none of them number {index}")}; 'cpu' would be right.");
    }
}
