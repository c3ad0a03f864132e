using System.Collections.Concurrent;
using Mpuc.Host.Data;
using Mpuc.Host.Inference;
using Mpuc.Host.Inference.Features;
using Mpuc.Host.Serving.Model;

namespace Mpuc.Host.Tests.Serving;

/// <summary>
/// A model that judges by what the files say: <c>noise</c> cannot be read, <c>wait</c> waits, <c>defect</c> is the program's fault.
/// </summary>
internal sealed class FakeServedModel : IServedModel
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _waiting = new(0);

    public ServedModelDescription Description { get; init; } = new()
    {
        Run = "toy", Program = "1.0", Label = "mood", Classes = ["calm", "cheerful"], MultiLabel = false, WindowSeconds = 1,
        Modalities =
            [new ServedModality("voice", "audio", "audio", [".wav", ".mp4"]), new ServedModality("words", "text", "transcript", [".txt"])],
        Subsets = [new ServedSubset(["voice", "words"], 8, 0.75)],
    };

    public ConcurrentQueue<(UnlabelledRecording Recording, PredictionOptions Options)> Asked { get; } = [];

    /// <summary>Counts the requests that wait, or were cancelled while they did.</summary>
    public SemaphoreSlim Waiting => _waiting;

    public SemaphoreSlim Cancelled { get; } = new(0);

    public Action<int> OnPass { get; set; } = _ => { };

    public RecordingLimit Limit { get; set; } = new(double.PositiveInfinity);

    public void Release() => _released.SetResult();

    public async Task<Prediction> PredictAsync(
        UnlabelledRecording recording, PredictionOptions options, CancellationToken cancellationToken)
    {
        Asked.Enqueue((recording, options));
        await ReadAsync(recording, cancellationToken);
        OnPass(1);
        return new Prediction(
            recording.Id, ["voice"], "calm", ["calm"], new Dictionary<string, double> { ["calm"] = 0.75, ["cheerful"] = 0.25 },
            new Dictionary<string, double> { ["voice"] = 0.5 },
            options.Timeline
                ? [new WindowPrediction(0, 1, "calm", new Dictionary<string, double> { ["calm"] = 1, ["cheerful"] = 0 })]
                : []);
    }

    public async Task<RecordingFeatures> ExtractAsync(
        UnlabelledRecording recording, IReadOnlyList<string> modalities, CancellationToken cancellationToken)
    {
        await ReadAsync(recording, cancellationToken);
        return new RecordingFeatures(recording.Id, new Dictionary<string, IReadOnlyList<float>> { ["voice"] = [1, 2] });
    }

    public Task<IReadOnlyList<(string Modality, ModalityPreview Preview)>> PreviewAsync(
        UnlabelledRecording recording, IReadOnlyList<string> modalities, int pictures, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<(string, ModalityPreview)>>([("voice", new ModalityPreview
        {
            Caption = "a spectrogram", Duration = 2,
            Pictures =
                [new PreviewPicture(2, 1, [255, 0, 0, 0, 0, 255]) { Duration = 2, Edges = [(0, 1)], Points = [new PreviewPoint(1, 2)] }],
            Words = [new PreviewWord("hello", 0, 1)],
        })]);

    private async Task ReadAsync(UnlabelledRecording recording, CancellationToken cancellationToken)
    {
        foreach (var source in recording.Sources.Values)
        {
            var content = await File.ReadAllTextAsync(source.Path, cancellationToken);
            if (content.Contains("noise", StringComparison.Ordinal))
            {
                throw new MpucException($"Recording '{recording.Id}': '{source.Path}' cannot be decoded.");
            }

            if (content == "long")
            {
                throw new TooLongException(
                    source.Path, $"'{source.Path}' is longer than the {Limit.Seconds} s that this server takes; cut it.");
            }

            if (content.Contains("defect", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("secret detail");
            }

            if (content.Contains("wait", StringComparison.Ordinal))
            {
                await WaitAsync(cancellationToken);
            }
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        _waiting.Release();
        try
        {
            await _released.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Cancelled.Release();
            throw;
        }
    }
}
