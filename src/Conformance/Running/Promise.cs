using System.Diagnostics.CodeAnalysis;

namespace Mpuc.Conformance.Running;

/// <summary>Holds a plugin to its word.</summary>
internal static class Promise
{
    /// <summary>Fails unless a condition holds.</summary>
    /// <param name="holds">The condition.</param>
    /// <param name="otherwise">What the plugin did, and what it should have done.</param>
    /// <exception cref="NonconformanceException">It does not hold.</exception>
    public static void Holds([DoesNotReturnIf(false)] bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new NonconformanceException(otherwise);
        }
    }

    /// <summary>Fails unless a call refuses with an <see cref="MpucException"/> that names something.</summary>
    /// <param name="call">The call.</param>
    /// <param name="what">What was to be refused, such as "a missing file".</param>
    /// <param name="name">What the message must name; null for anything.</param>
    public static void Refuses(Action call, string what, string? name)
    {
        try
        {
            call();
        }
        catch (MpucException refusal)
        {
            Holds(
                name is null || refusal.Message.Contains(name, StringComparison.Ordinal),
                $"For {what} the message must name '{name}', but is \"{refusal.Message}\"");
            return;
        }
        catch (Exception other) when (other is not NonconformanceException)
        {
            throw new NonconformanceException(
                $"For {what} it must throw an MpucException with a sentence for the user, but threw {Fault.Describe(other)}");
        }

        throw new NonconformanceException($"It must refuse {what} with an MpucException, but took it.");
    }
}
