using System.Text.Json;
using Mpuc.Weights.Safetensors;
using TorchSharp;

namespace Mpuc.Host.Training.Checkpoints;

/// <summary>
/// A training's state in one safetensors file: <c>model.*</c>, <c>optimizer.*</c>, <c>generator</c> and <c>statistics.*</c>, with what they
/// mean in the file's metadata. Opening checks the whole file, tensors included, against its checksum.
/// </summary>
public sealed class Checkpoint : IDisposable
{
    private const string Format = "1";

    private static readonly IReadOnlyDictionary<string, torch.Tensor> Nothing = new Dictionary<string, torch.Tensor>();

    private readonly SafetensorsFile _file;

    private Checkpoint(SafetensorsFile file)
    {
        _file = file;
        State = Parse<TrainingState>("mpuc.state");
        Contexts = Parse<Dictionary<string, BackboneContext>>("mpuc.contexts") is var contexts && !contexts.ContainsValue(null!)
            ? contexts
            : throw new JsonException("'mpuc.contexts' has a null in place of a context");
        Identity = ModelIdentity.Parse(Text("mpuc.identity"));
    }

    /// <summary>The file's path.</summary>
    public string Path => _file.Path;

    /// <summary>How far the training had come.</summary>
    public TrainingState State { get; }

    /// <summary>The shape of each modality's input, by name.</summary>
    public IReadOnlyDictionary<string, BackboneContext> Contexts { get; }

    /// <summary>What the model is made of.</summary>
    public ModelIdentity Identity { get; }

    /// <summary>Writes a checkpoint, atomically.</summary>
    /// <param name="path">The file.</param>
    /// <param name="trainer">The training.</param>
    /// <param name="identity">What its model is made of.</param>
    /// <param name="contexts">The shape of each modality's input, by name.</param>
    /// <param name="statistics">What normalisation and encoders learned.</param>
    /// <param name="resumable">Whether the optimizer's and the random generator's states go in, too.</param>
    public static void Write(
        string path,
        ContrastiveTrainer trainer,
        ModelIdentity identity,
        IReadOnlyDictionary<string, BackboneContext> contexts,
        IReadOnlyDictionary<string, torch.Tensor> statistics,
        bool resumable = true)
    {
        using var scope = torch.NewDisposeScope();
        Write(path, trainer.Model, trainer.State, identity, contexts, statistics, resumable ? trainer.ResumeTensors() : Nothing);
    }

    /// <summary>Writes a checkpoint of encoders that are to be used and not trained further, atomically.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">The encoders.</param>
    /// <param name="state">How far their training had come.</param>
    /// <param name="identity">What they are made of.</param>
    /// <param name="contexts">The shape of each modality's input, by name.</param>
    /// <param name="statistics">What normalisation and encoders learned.</param>
    public static void Write(
        string path,
        MultimodalEncoder model,
        TrainingState state,
        ModelIdentity identity,
        IReadOnlyDictionary<string, BackboneContext> contexts,
        IReadOnlyDictionary<string, torch.Tensor> statistics)
    {
        using var scope = torch.NewDisposeScope();
        Write(path, model, state, identity, contexts, statistics, Nothing);
    }

    /// <summary>Opens a checkpoint and checks all of it.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The checkpoint.</returns>
    /// <exception cref="MpucException">The file is missing, damaged or none of this program's; the message names it.</exception>
    public static Checkpoint Open(string path)
    {
        var file = SafetensorsFile.Open(path);
        try
        {
            if (file.Metadata.GetValueOrDefault("mpuc.format") != Format)
            {
                throw new MpucException($"{path} is no checkpoint of this version: 'mpuc.format' must be '{Format}'.");
            }

            var checkpoint = new Checkpoint(file);
            using var scope = torch.NewDisposeScope();
            return checkpoint.Text("mpuc.sha256") == TensorChecksum.Of(file.Entries.Keys.Select(name => (name, file.Read(name))))
                ? checkpoint
                : throw new MpucException($"{path} is damaged: its tensors do not have the checksum that they were written with.");
        }
        catch (JsonException exception)
        {
            file.Dispose();
            throw new MpucException($"{path} is damaged: its metadata are not as written ({exception.Message.TrimEnd('.')}).", exception);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Refuses a checkpoint of another model, before any tensor is read.</summary>
    /// <param name="expected">What the model is made of.</param>
    /// <exception cref="MpucException">The first difference, what was expected and what was found.</exception>
    public void Check(ModelIdentity expected)
    {
        if (Identity.DifferenceFrom(expected) is { } difference)
        {
            throw new MpucException($"{Path} does not fit: {difference}.");
        }
    }

    /// <summary>Copies the weights into a model that <see cref="Check"/> has passed.</summary>
    /// <param name="model">The model, on any device.</param>
    /// <exception cref="MpucException">A weight is missing or has another shape.</exception>
    public void LoadInto(MultimodalEncoder model)
    {
        using var scope = torch.NewDisposeScope();
        try
        {
            model.load_state_dict(_file.ReadAll("model."));
        }
        catch (Exception exception) when (exception is not MpucException)
        {
            throw new MpucException($"{Path} does not fit its plugins' backbones: {exception.Message}", exception);
        }
    }

    /// <summary>Lets a training continue from here.</summary>
    /// <param name="trainer">A training that is set up as the one that was saved.</param>
    public void LoadInto(ContrastiveTrainer trainer)
    {
        LoadInto(trainer.Model);
        using var scope = torch.NewDisposeScope();
        trainer.Resume(State, _file.ReadAll());
    }

    /// <summary>What normalisation and encoders learned from the training recordings.</summary>
    /// <returns>The tensors by name; the caller owns them.</returns>
    public IReadOnlyDictionary<string, torch.Tensor> ReadStatistics() => _file.ReadAll("statistics.");

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static void Write(
        string path,
        MultimodalEncoder model,
        TrainingState state,
        ModelIdentity identity,
        IReadOnlyDictionary<string, BackboneContext> contexts,
        IReadOnlyDictionary<string, torch.Tensor> statistics,
        IReadOnlyDictionary<string, torch.Tensor> further)
    {
        var tensors = new Dictionary<string, torch.Tensor>(further, StringComparer.Ordinal);
        Add(tensors, "model.", model.state_dict());
        Add(tensors, "statistics.", statistics);
        SafetensorsFile.Write(path, tensors, new Dictionary<string, string>
        {
            ["mpuc.format"] = Format,
            ["mpuc.state"] = JsonSerializer.Serialize(state, CheckpointJson.Line),
            ["mpuc.contexts"] = JsonSerializer.Serialize(contexts, CheckpointJson.Line),
            ["mpuc.identity"] = identity.ToJson(),
            ["mpuc.sha256"] = TensorChecksum.Of(tensors.Select(tensor => (tensor.Key, tensor.Value))),
        });
    }

    private static void Add(Dictionary<string, torch.Tensor> to, string prefix, IReadOnlyDictionary<string, torch.Tensor> tensors)
    {
        foreach (var (name, tensor) in tensors)
        {
            to.Add(prefix + name, tensor);
        }
    }

    private T Parse<T>(string key) =>
        JsonSerializer.Deserialize<T>(Text(key), CheckpointJson.Line) ?? throw new JsonException($"'{key}' is null");

    private string Text(string key) => _file.Metadata.GetValueOrDefault(key) ?? throw new JsonException($"'{key}' is missing");
}
