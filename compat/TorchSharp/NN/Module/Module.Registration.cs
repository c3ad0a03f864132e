using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// Registers every parameter, buffer and submodule held in an instance field of the module's class, under the field's name
            /// (or its <see cref="Utils.ComponentNameAttribute"/>), in declaration order. Call it at the end of the constructor.
            /// Fields that hold null, and those registered before, are passed over.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                const BindingFlags InstanceFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

                // Nothing of this is remembered per type: a cache would keep an unloaded plugin's load context alive.
                foreach (var field in GetType().GetFields(InstanceFields))
                {
                    // The modules of this assembly register their own tensors, under names that are not their fields'.
                    if (field.DeclaringType?.Assembly == typeof(Module).Assembly)
                    {
                        continue;
                    }

                    RegisterField(field.ComponentName(), field.GetValue(this));
                }
            }

            private void RegisterField(string name, object? value)
            {
                switch (value)
                {
                    case Module module:
                        if (!IsRegistered(_childrenByName, name, module))
                        {
                            register_module(name, module);
                        }

                        break;
                    case Parameter parameter:
                        if (!IsRegistered(_parametersByName, name, parameter))
                        {
                            register_parameter(name, parameter);
                        }

                        break;
                    case Tensor tensor:
                        if (!_buffersByName.TryGetValue(name, out var registered) || !ReferenceEquals(registered.Tensor, tensor))
                        {
                            register_buffer(name, tensor);
                        }

                        break;
                }
            }

            private static bool IsRegistered<T>(OrderedDictionary<string, T> registry, string name, T value) where T : class
                => registry.TryGetValue(name, out var registered) && ReferenceEquals(registered, value);

            /// <summary>Adds a submodule, under a name that no other component has.</summary>
            public virtual void register_module(string name, Module submodule)
            {
                RequireFreeName(name, nameof(submodule));
                ArgumentNullException.ThrowIfNull(submodule);
                submodule.RegisterComponents();
                _childrenByName.Add(name, submodule);
            }

            /// <summary>The same as <see cref="register_module"/>.</summary>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Adds a parameter, under a name that no other component has. Null registers nothing.</summary>
            public virtual void register_parameter(string name, Parameter? param)
            {
                RequireFreeName(name, nameof(param));
                if (param is not null)
                {
                    _parametersByName.Add(name, param);
                }
            }

            /// <summary>Adds a tensor that belongs to the module's state but is not trained.</summary>
            /// <param name="name">A name that no other component has.</param>
            /// <param name="tensor">The tensor; the module owns it from now on.</param>
            /// <param name="persistent">Whether <see cref="state_dict"/> includes it.</param>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                RequireFreeName(name, nameof(tensor));
                ArgumentNullException.ThrowIfNull(tensor);
                _buffersByName.Add(name, (tensor, persistent));
            }

            /// <summary>Registers the parameter, replaces the one of that name, or, given null, removes it.</summary>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null)
                {
                    _parametersByName.Remove(name);
                }
                else
                {
                    _parametersByName[name] = value;
                }
            }

            /// <summary>Registers the buffer, replaces the one of that name, or, given null, removes it.</summary>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null)
                {
                    _buffersByName.Remove(name);
                }
                else
                {
                    _buffersByName[name] = (value, persistent);
                }
            }

            /// <summary>Forgets all submodules without disposing them.</summary>
            protected void ClearModules() => _childrenByName.Clear();

            private protected void ClearParameters() => _parametersByName.Clear();

            private void RequireFreeName(string name, string kind)
            {
                ArgumentException.ThrowIfNullOrEmpty(name);
                if (name.Contains('.', StringComparison.Ordinal))
                {
                    throw new ArgumentException($"The name of a module's component cannot contain a dot: '{name}'.", kind);
                }

                if (_childrenByName.ContainsKey(name) || _parametersByName.ContainsKey(name) || _buffersByName.ContainsKey(name))
                {
                    throw new InvalidOperationException($"The module '{GetName()}' has a component named '{name}' already.");
                }
            }
        }
    }
}
