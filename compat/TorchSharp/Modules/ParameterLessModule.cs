using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A module that holds no parameters, buffers or submodules.</summary>
public interface IParameterLessModule;

/// <summary>A module of one input without parameters.</summary>
public abstract class ParameterLessModule<T1, TResult> : nn.Module<T1, TResult>, IParameterLessModule
{
    protected ParameterLessModule(string name) : base(name)
    {
    }
}

/// <summary>A module of two inputs without parameters.</summary>
public abstract class ParameterLessModule<T1, T2, TResult> : nn.Module<T1, T2, TResult>, IParameterLessModule
{
    protected ParameterLessModule(string name) : base(name)
    {
    }
}
