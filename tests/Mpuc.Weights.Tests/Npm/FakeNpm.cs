using Mpuc.Weights.Npm;

namespace Mpuc.Weights.Tests.Npm;

/// <summary>A client that packs what the test says and counts how often.</summary>
internal sealed class FakeNpm : INpmClient
{
    private int _calls;

    public (string Name, string Content)[] Files { get; set; } = [];

    public Exception? Failure { get; set; }

    public int Calls => _calls;

    public string Pack(string package, string version, string folder)
    {
        Interlocked.Increment(ref _calls);
        return Failure is null ? Tarball.Write(Path.Combine(folder, "p.tgz"), Files) : throw Failure;
    }
}
