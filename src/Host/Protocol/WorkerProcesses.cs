using System.Diagnostics;
using System.Globalization;

namespace Mpuc.Host.Protocol;

/// <summary>Copies of this program that work off one queue together.</summary>
internal static class WorkerProcesses
{
    /// <summary>Runs workers and waits for them.</summary>
    /// <param name="cancellationToken">Ends the workers; what they have not finished is done again by the next call.</param>
    /// <exception cref="MpucException">A worker failed; it has said why on its standard error.</exception>
    public static void Run(int count, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var workers = Enumerable.Range(0, count)
            .Select(number => Start([.. arguments, "--worker", number.ToString(CultureInfo.InvariantCulture)]))
            .ToList();
        try
        {
            Task.WhenAll(workers.Select(worker => worker.WaitForExitAsync(cancellationToken))).GetAwaiter().GetResult();
        }
        finally
        {
            foreach (var worker in workers.Where(worker => !worker.HasExited))
            {
                worker.Kill(entireProcessTree: true);
            }
        }

        var failed = workers.Count(worker => worker.ExitCode != 0);
        workers.ForEach(worker => worker.Dispose());
        if (failed > 0)
        {
            throw new MpucException(
                $"{failed} of {count} processes failed; the messages above say why, and the same command continues with what is left.");
        }
    }

    private static Process Start(IReadOnlyList<string> arguments)
    {
        var program = Environment.ProcessPath!;
        var isDotnet = Path.GetFileNameWithoutExtension(program) == "dotnet";
        return Process.Start(
            new ProcessStartInfo(program, isDotnet ? [typeof(WorkerProcesses).Assembly.Location, .. arguments] : arguments))!;
    }
}
