using Mpuc.Host.Data;
using Mpuc.Host.Inference;
using Mpuc.Host.Plugins.Swapping;
using Mpuc.Host.Serving.Model;
using Serilog.Core;

namespace Mpuc.Host.Tests.Serving.Model;

/// <summary>Requests and generations of plugins, played with models that wait when they are told to.</summary>
public sealed class SwappedModelTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public async Task A_request_ends_with_the_generation_that_it_began_with()
    {
        var (old, next) = (new FakeServedModel(), new FakeServedModel());
        var disposed = new Signal();
        using var model = new SwappedModel(
            new ServedGeneration(old, [], disposed), () => new ServedGeneration(next, [], new Signal()), Logger.None);
        var slow = model.PredictAsync(Recording("wait"), new PredictionOptions(), CancellationToken.None);
        Assert.That(await old.Waiting.WaitAsync(TimeSpan.FromMinutes(1)), Is.True);

        var update = model.UpdateAsync();
        await model.PredictAsync(Recording("quick"), new PredictionOptions(), CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(next.Asked, Has.Count.EqualTo(1), "the request after the update");
            Assert.That(disposed.IsDisposed, Is.False, "while a request is under way");
        }

        old.Release();
        await slow;
        await update.WaitAsync(TimeSpan.FromMinutes(1));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(disposed.IsDisposed, Is.True);
            Assert.That(old.Asked, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task A_generation_that_cannot_be_loaded_changes_nothing()
    {
        var only = new FakeServedModel();
        using var model = new SwappedModel(new ServedGeneration(only, [], new Signal()), () => throw new MpucException("no"), Logger.None);
        await model.UpdateAsync();
        await model.PredictAsync(Recording("quick"), new PredictionOptions(), CancellationToken.None);
        Assert.That(only.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Who_counts_passes_counts_those_of_every_generation()
    {
        var passes = 0;
        using var model = new SwappedModel(
            new ServedGeneration(new FakeServedModel(), [], new Signal()),
            () => new ServedGeneration(new FakeServedModel(), [], new Signal()),
            Logger.None)
        {
            OnPass = count => passes += count,
        };
        await model.PredictAsync(Recording("quick"), new PredictionOptions(), CancellationToken.None);
        await model.UpdateAsync();
        await model.PredictAsync(Recording("quick"), new PredictionOptions(), CancellationToken.None);
        Assert.That(passes, Is.EqualTo(2));
    }

    [Test]
    public async Task A_plugin_that_stays_in_memory_is_reported_after_the_update()
    {
        var kept = new object();
        var log = new Log();
        using var logger = new Serilog.LoggerConfiguration().WriteTo.Sink(log).CreateLogger();
        var trace = new PluginTrace("Plugin 'my.gaze' 1.0", new WeakReference(kept), ["a timer keeps its callback; dispose it (Gaze)"]);
        using var model = new SwappedModel(
            new ServedGeneration(new FakeServedModel(), [trace], new Signal()),
            () => new ServedGeneration(new FakeServedModel(), [], new Signal()),
            logger);

        await model.UpdateAsync();

        Assert.That(
            log.Lines,
            Has.Some.StartsWith("Plugin 'my.gaze' 1.0 was unloaded, but stays in memory: ").And.Contains("a timer keeps its callback"));
        GC.KeepAlive(kept);
    }

    private UnlabelledRecording Recording(string content)
    {
        var path = _folder.File(content + ".txt");
        File.WriteAllText(path, content);
        return new UnlabelledRecording(content, string.Empty, new Dictionary<string, ModalitySource> { [".txt"] = new(path) });
    }

    private sealed class Signal : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class Log : ILogEventSink
    {
        public List<string> Lines { get; } = [];

        public void Emit(Serilog.Events.LogEvent logEvent) => Lines.Add(logEvent.RenderMessage());
    }
}
