using Mpuc.Host.Inference;

namespace Mpuc.Host.Tests.Inference;

/// <summary>One model in the hands of many threads, some of whom change their minds.</summary>
public sealed class MpucModelTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private ToyBundle _bundle = null!;
    private MpucModel _model = null!;

    [OneTimeSetUp]
    public void MakeBundle() => _bundle = new ToyBundle();

    [OneTimeTearDown]
    public void DeleteBundle() => _bundle.Dispose();

    [SetUp]
    public void Open() => _model = _bundle.Open();

    [TearDown]
    public void Close()
    {
        _bundle.Catalog.OnEncode = () => { };
        _model.Dispose();
    }

    [Test]
    public void Calls_that_were_cancelled_before_they_began_do_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var files = _bundle.Write("early", "wait");
        Assert.That(() => _model.Predict(files, null, cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => _model.PredictAsync(files, null, cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => _model.ExtractAsync(files, cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_bundle.Catalog.Reading.CurrentCount, Is.Zero);
    }

    [Test]
    public async Task Calls_that_are_cancelled_while_their_recordings_are_read_end_and_others_are_answered()
    {
        using var cancellation = new CancellationTokenSource();
        var gone = _model.PredictAsync(_bundle.Write("gone", "wait", "1 2 3 4 5 6"), null, cancellation.Token);
        var alsoGone = _model.ExtractAsync(_bundle.Write("also", "wait"), cancellation.Token);
        Assert.That(await _bundle.Catalog.Reading.WaitAsync(Limit) && await _bundle.Catalog.Reading.WaitAsync(Limit), Is.True);
        var other = await _model.PredictAsync(_bundle.Files(3)).WaitAsync(Limit);
        await cancellation.CancelAsync();
        Assert.That(async () => await gone.WaitAsync(Limit), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await alsoGone.WaitAsync(Limit), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(other.Modalities, Is.EqualTo(new[] { "sounds", "words" }));
    }

    [Test]
    public async Task A_call_that_is_cancelled_in_a_batch_leaves_the_others_of_the_batch_their_answers()
    {
        var expected = Enumerable.Range(0, 4).Select(number => Answer(_model.Predict(_bundle.Files(number)))).ToList();
        using var held = new Held(_bundle.Catalog);
        using var cancellation = new CancellationTokenSource();
        var first = _model.PredictAsync(_bundle.Files(0));
        Assert.That(await held.Started.WaitAsync(Limit), Is.True);

        // These wait for the first and go through the encoders together.
        var gone = _model.PredictAsync(_bundle.Files(4), null, cancellation.Token);
        var others = Enumerable.Range(1, 3).Select(number => _model.PredictAsync(_bundle.Files(number))).ToArray();
        await cancellation.CancelAsync();
        Assert.That(async () => await gone.WaitAsync(Limit), Throws.InstanceOf<OperationCanceledException>());
        held.Release();
        var answers = await Task.WhenAll([first, .. others]).WaitAsync(Limit);
        Assert.That(answers.SelectMany(Answer), Is.EqualTo(expected.SelectMany(answer => answer)).Within(1e-5));
    }

    [Test]
    public async Task A_call_that_is_cancelled_while_it_is_encoded_ends_at_once_and_the_model_goes_on()
    {
        using var held = new Held(_bundle.Catalog);
        using var cancellation = new CancellationTokenSource();
        var gone = _model.PredictAsync(_bundle.Files(0), null, cancellation.Token);
        Assert.That(await held.Started.WaitAsync(Limit), Is.True);
        await cancellation.CancelAsync();
        Assert.That(async () => await gone.WaitAsync(Limit), Throws.InstanceOf<OperationCanceledException>());
        held.Release();
        Assert.That((await _model.PredictAsync(_bundle.Files(1)).WaitAsync(Limit)).Id, Is.EqualTo("r1"));
    }

    [Test]
    public async Task Callers_from_many_threads_get_the_answers_that_one_gets_alone()
    {
        var alone = Enumerable.Range(0, 24).Select(number => _model.Predict(_bundle.Files(number))).ToList();
        var features = new List<RecordingFeatures>();
        foreach (var number in Enumerable.Range(0, 24))
        {
            features.Add(await _model.ExtractAsync(_bundle.Files(number)));
        }

        var together = await Task.WhenAll(
            Enumerable.Range(0, 96).Select(call => Task.Run(() => _model.PredictAsync(_bundle.Files(call % 24))))).WaitAsync(Limit);
        var extracted = await Task.WhenAll(
            Enumerable.Range(0, 48).Select(call => Task.Run(() => _model.ExtractAsync(_bundle.Files(call % 24))))).WaitAsync(Limit);
        Assert.Multiple(() =>
        {
            Assert.That(together.Select(answer => answer.Id), Is.EqualTo(Enumerable.Range(0, 96).Select(call => $"r{call % 24}")));
            Assert.That(
                together.SelectMany(Answer), Is.EqualTo(Enumerable.Range(0, 96).SelectMany(call => Answer(alone[call % 24]))).Within(1e-5));
            Assert.That(
                extracted.SelectMany(Values),
                Is.EqualTo(Enumerable.Range(0, 48).SelectMany(call => Values(features[call % 24]))).Within(1e-5));
        });
    }

    [Test]
    public async Task A_damaged_recording_fails_its_own_caller_alone()
    {
        var calls = Enumerable.Range(0, 20).Select(number => number % 5 == 0
            ? _model.PredictAsync(
                _bundle.Write($"bad{number}", "noise", "1 2 3 4 5 6")) : _model.PredictAsync(_bundle.Files(number))).ToArray();
        foreach (var (number, call) in calls.Index())
        {
            if (number % 5 == 0)
            {
                Assert.That(
                    async () => await call.WaitAsync(Limit),
                    Throws.TypeOf<MpucException>().With.Message.Contains($"bad{number}.snd' is damaged"));
            }
            else
            {
                Assert.That((await call.WaitAsync(Limit)).Id, Is.EqualTo($"r{number}"));
            }
        }
    }

    private static IEnumerable<double> Answer(Prediction prediction) =>
        prediction.Probabilities.Values.Concat(prediction.Contributions.Values);

    private static IEnumerable<float> Values(RecordingFeatures features) =>
        features.Modalities.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value);

    /// <summary>Keeps the encoders at work until it is told to let them go.</summary>
    private sealed class Held : IDisposable
    {
        private readonly ManualResetEventSlim _go = new();

        public Held(SoundsAndWords catalog) => catalog.OnEncode = () =>
        {
            Started.Release();
            _go.Wait(Limit);
        };

        public SemaphoreSlim Started { get; } = new(0);

        public void Release() => _go.Set();

        // Not the events: a pass that was cancelled may still be at work.
        public void Dispose() => _go.Set();
    }
}
