using System.Diagnostics;
using System.Globalization;
using Mpuc.Weights;

namespace Mpuc.Host.Protocol;

/// <summary>
/// Does what is not done yet. A job is claimed by a lock on a file, which its process's end releases, so several processes share a queue
/// and a killed one leaves nothing but work to repeat.
/// </summary>
internal sealed class JobQueue(string claims, TextWriter error)
{
    /// <summary>Goes through the jobs once; those that another process has claimed are left to it.</summary>
    public void Run(IEnumerable<ProtocolJob> jobs, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(claims);
        foreach (var job in jobs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var claim = File.Exists(job.ResultPath) ? null : Claim(job);
            if (claim is null || File.Exists(job.ResultPath))
            {
                continue;
            }

            var clock = Stopwatch.StartNew();
            var content = job.Run(cancellationToken);
            Directory.CreateDirectory(Path.GetDirectoryName(job.ResultPath)!);
            AtomicFile.WriteText(job.ResultPath, content + "\n");
            error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"fold {job.Fold}, {job.Name}: done in {clock.Elapsed.TotalSeconds:0} s"));
        }
    }

    private FileStream? Claim(ProtocolJob job)
    {
        try
        {
            var path = Path.Combine(claims, string.Create(CultureInfo.InvariantCulture, $"fold-{job.Fold}-{job.Name}.lock"));
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}

/// <summary>One piece of a protocol's work, with its result in a file.</summary>
/// <param name="Fold">The fold's number, from 1.</param>
internal sealed record ProtocolJob(int Fold, string Name, string ResultPath, Func<CancellationToken, string> Run);
