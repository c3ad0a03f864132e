using System.Diagnostics;
using System.Globalization;
using Mpuc.Host.Tensors;
using Mpuc.Host.Training;
using Mpuc.Host.Training.Checkpoints;
using Mpuc.Weights.Safetensors;
using Serilog;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Baselines;

/// <summary>
/// Where the training of a baseline continues after an interruption: the weights, the best ones so far, the optimizer and the random
/// generator after an epoch, in one file that is written atomically and deleted with the end of the training.
/// </summary>
/// <param name="path">The file; need not exist.</param>
/// <param name="interval">The time between two writings; a killed training loses no more than it and an epoch.</param>
internal sealed class BaselineCheckpoint(string path, ILogger log, TimeSpan interval)
{
    private const string Model = "model.";
    private const string Best = "best.";
    private const string Generator = "generator";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly Stopwatch _sinceWritten = Stopwatch.StartNew();

    /// <summary>The checkpoint of a method on a fold, written every 30 s.</summary>
    /// <param name="folder">The method's folder; need not exist.</param>
    public static BaselineCheckpoint In(string folder, ILogger log) => new(Path.Combine(folder, "training.safetensors"), log, Interval);

    /// <summary>Whether it is time to write again.</summary>
    public bool IsDue => _sinceWritten.Elapsed >= interval;

    /// <summary>Writes the state after an epoch.</summary>
    /// <param name="best">The best weights so far; empty for none.</param>
    public void Write(BaselineProgress progress, nn.Module model, EncoderOptimizer optimizer, IReadOnlyDictionary<string, Tensor> best)
    {
        using var scope = NewDisposeScope();
        var tensors = optimizer.State();
        tensors[Generator] = get_rng_state();
        foreach (var (prefix, weights) in new[] { (Model, model.state_dict()), (Best, best.ToDictionary()) })
        {
            foreach (var (name, weight) in weights)
            {
                tensors.Add(prefix + name, weight);
            }
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        SafetensorsFile.Write(path, tensors, new Dictionary<string, string>
        {
            ["epoch"] = progress.Epoch.ToString(CultureInfo.InvariantCulture),
            ["bestEpoch"] = progress.BestEpoch.ToString(CultureInfo.InvariantCulture),
            ["bestLoss"] = progress.BestLoss.ToString("R", CultureInfo.InvariantCulture),
            ["sha256"] = TensorChecksum.Of(tensors.Select(tensor => (tensor.Key, tensor.Value))),
        });
        _sinceWritten.Restart();
    }

    /// <summary>Continues where the file says; a file that is damaged is named, and the training begins anew.</summary>
    /// <param name="optimizer">Its optimizer, which has not stepped yet.</param>
    /// <returns>How far the training has come and the best weights so far, which the caller owns; none of both without a file.</returns>
    public (BaselineProgress Progress, Dictionary<string, Tensor> Best) Resume(nn.Module model, EncoderOptimizer optimizer)
    {
        try
        {
            return File.Exists(path) ? Read(model, optimizer) : (new BaselineProgress(), []);
        }
        catch (Exception exception) when (exception is MpucException or FormatException or KeyNotFoundException)
        {
            log.Warning("{Path:l} cannot be used, so the training begins anew: {Problem:l}", path, exception.Message);
            return (new BaselineProgress(), []);
        }
    }

    /// <summary>Deletes the file, where there is one.</summary>
    public void Delete()
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    private (BaselineProgress Progress, Dictionary<string, Tensor> Best) Read(nn.Module model, EncoderOptimizer optimizer)
    {
        using var file = SafetensorsFile.Open(path);
        using var scope = NewDisposeScope();
        var tensors = file.ReadAll();
        if (file.Metadata["sha256"] != TensorChecksum.Of(tensors.Select(tensor => (tensor.Key, tensor.Value))))
        {
            throw new MpucException("its tensors do not have the checksum that they were written with.");
        }

        var progress = new BaselineProgress(
            int.Parse(file.Metadata["epoch"], CultureInfo.InvariantCulture),
            int.Parse(file.Metadata["bestEpoch"], CultureInfo.InvariantCulture),
            double.Parse(file.Metadata["bestLoss"], CultureInfo.InvariantCulture));
        var generator = tensors[Generator];
        model.load_state_dict(Part(tensors, Model));
        optimizer.Restore(tensors);
        RandomState.Restore(generator);
        return (progress, Part(tensors, Best).ToDictionary(weight => weight.Key, weight => weight.Value.MoveToOuterDisposeScope()));
    }

    private static Dictionary<string, Tensor> Part(Dictionary<string, Tensor> tensors, string prefix) => tensors
        .Where(tensor => tensor.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(tensor => tensor.Key[prefix.Length..], tensor => tensor.Value, StringComparer.Ordinal);
}

/// <summary>How far the training of a baseline has come.</summary>
/// <param name="BestEpoch">The epoch, from 1, of the least validation loss; 0 without validation.</param>
/// <param name="BestLoss">The least validation loss; infinite without one.</param>
internal sealed record BaselineProgress(int Epoch = 0, int BestEpoch = 0, double BestLoss = double.PositiveInfinity)
{
    /// <summary>Whether the newest epoch is the best one.</summary>
    public bool IsBest => BestEpoch > 0 && BestEpoch == Epoch;

    /// <summary>The state after an epoch's end.</summary>
    /// <param name="validationLoss">The validation loss; null without validation.</param>
    public BaselineProgress After(double? validationLoss) => validationLoss < BestLoss
        ? new BaselineProgress(Epoch + 1, Epoch + 1, validationLoss.Value)
        : this with { Epoch = Epoch + 1 };
}
