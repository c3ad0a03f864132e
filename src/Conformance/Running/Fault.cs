using System.Reflection;
using System.Runtime.ExceptionServices;
using Autofac.Core;

namespace Mpuc.Conformance.Running;

/// <summary>What a plugin threw.</summary>
internal static class Fault
{
    /// <summary>
    /// Calls a constructor by way of a container, and throws what the constructor threw, without the container's wrapping.
    /// </summary>
    public static T Unwrapped<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception fault) when (
            fault is DependencyResolutionException or TargetInvocationException && fault.InnerException is not null)
        {
            while (fault is DependencyResolutionException or TargetInvocationException && fault.InnerException is { } inner)
            {
                fault = inner;
            }

            ExceptionDispatchInfo.Throw(fault);
            throw;
        }
    }

    /// <summary>The exception's type, its message, and where in the plugin it came from.</summary>
    public static string Describe(Exception fault)
    {
        while (fault is AggregateException or DependencyResolutionException or TargetInvocationException
            && fault.InnerException is { } inner)
        {
            fault = inner;
        }

        var place = fault.StackTrace?.Split('\n').Select(line => line.Trim()).FirstOrDefault(IsPlugins);
        return $"{fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')}{(place is null ? "" : $" ({place})")}.";
    }

    private static bool IsPlugins(string line) =>
        !line.StartsWith("at System.", StringComparison.Ordinal)
        && !line.StartsWith("at TorchSharp.", StringComparison.Ordinal)
        && !line.StartsWith("at Mpuc.Conformance.", StringComparison.Ordinal)
        && !line.StartsWith("at Autofac.", StringComparison.Ordinal);
}
