namespace Mpuc.Kernels.Tests;

/// <summary>The kernels for this processor and for all lesser ones, as values of a test's parameter.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class EveryInstructionSetAttribute() :
    ValuesAttribute([.. InstructionSet.All.Where(set => set.IsSupported).Select(set => set.Name)]);
