using Mpuc.Conformance.Running;

namespace Mpuc.Conformance;

/// <summary>One promise of the contract, tried on one part of a plugin.</summary>
public sealed class ConformanceCase
{
    private readonly Action _run;

    internal ConformanceCase(string check, string target, string promise, Action run) =>
        (Check, Target, Promise, _run) = (check, target, promise, run);

    /// <summary>The check's name for programs, such as <c>features.padding</c>.</summary>
    public string Check { get; }

    /// <summary>What it is tried on: <c>plugin</c>, a kind such as <c>gaze</c>, or a backbone such as <c>gaze/conv</c>.</summary>
    public string Target { get; }

    /// <summary>The promise as a sentence.</summary>
    public string Promise { get; }

    /// <summary>Tries it.</summary>
    /// <param name="timeout">How long it may take; a plugin that hangs is cut off and fails.</param>
    /// <returns>What was found. Nothing that a plugin throws gets out.</returns>
    public ConformanceResult Run(TimeSpan timeout)
    {
        ConformanceResult? result = null;
        var thread = new Thread(() => result = Run()) { IsBackground = true, Name = $"{Target} {Check}" };
        thread.Start();
        return thread.Join(timeout) && result is not null
            ? result
            : new ConformanceResult(this, ConformanceOutcome.Failed, $"It did not come back within {timeout.TotalSeconds:0.###} seconds.");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Target}: {Promise}";

    private ConformanceResult Run()
    {
        try
        {
            _run();
            return new ConformanceResult(this, ConformanceOutcome.Passed, null);
        }
        catch (NonconformanceException e)
        {
            return new ConformanceResult(this, ConformanceOutcome.Failed, e.Message);
        }
        catch (NotTriedException e)
        {
            return new ConformanceResult(this, ConformanceOutcome.NotTried, e.Message);
        }
        catch (NotApplicableException e)
        {
            return new ConformanceResult(this, ConformanceOutcome.NotApplicable, e.Message);
        }
        catch (Exception e)
        {
            return new ConformanceResult(this, ConformanceOutcome.Failed, Fault.Describe(e));
        }
    }
}

/// <summary>What a check found.</summary>
public enum ConformanceOutcome
{
    /// <summary>The plugin keeps the promise.</summary>
    Passed,

    /// <summary>The plugin breaks it.</summary>
    Failed,

    /// <summary>There was nothing to try it with, such as a recording.</summary>
    NotTried,

    /// <summary>The promise is about something that the plugin does not have, such as a time axis.</summary>
    NotApplicable,
}

/// <summary>The result of one check.</summary>
/// <param name="Case">The check and what it was tried on.</param>
/// <param name="Outcome">What it found.</param>
/// <param name="Message">What is wrong, missing or not there; null where it passed.</param>
public sealed record ConformanceResult(ConformanceCase Case, ConformanceOutcome Outcome, string? Message);

/// <summary>A plugin breaks a promise of the contract.</summary>
/// <param name="message">What it did, and what it should have done.</param>
public sealed class NonconformanceException(string message) : Exception(message);
