using System.Reflection;
using Autofac.Core;

namespace Mpuc.Host.Plugins.Loading;

/// <summary>
/// Says in one line what went wrong in a plugin, without keeping its exception, whose type and stack would keep the plugin alive.
/// </summary>
internal static class PluginFault
{
    /// <summary>The innermost message, with its exception's type unless that is an <see cref="MpucException"/>.</summary>
    public static string Describe(Exception fault)
    {
        while (fault is TargetInvocationException or TypeInitializationException or DependencyResolutionException or AggregateException
            && fault.InnerException is { } inner)
        {
            fault = inner;
        }

        var name = fault.GetType().Name;
        try
        {
            var message = fault.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
            return fault is MpucException or TimeoutException ? message : $"{name}: {message}";
        }
        catch (Exception)
        {
            return name; // Even a plugin's exception may throw.
        }
    }
}
