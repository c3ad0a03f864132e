using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The direct submodules with their names, in the order of registration.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children()
                => _childrenByName.Select(entry => (entry.Key, entry.Value));

            /// <summary>The direct submodules, in the order of registration.</summary>
            public virtual IEnumerable<Module> children() => _childrenByName.Values;

            /// <summary>Every module below this one (without this one) with its dotted path.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in named_children())
                {
                    yield return child;
                }

                foreach (var (childName, child) in named_children())
                {
                    foreach (var (path, descendant) in child.named_modules())
                    {
                        yield return ($"{childName}.{path}", descendant);
                    }
                }
            }

            /// <summary>Every module below this one (without this one).</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            /// <summary>
            /// The parameters with their dotted paths: this module's own first, then its children's. A shared parameter comes
            /// once.
            /// </summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
                return OwnThenDescendants(
                        recurse,
                        _parametersByName.Select(entry => (entry.Key, entry.Value)),
                        child => child.named_parameters(true))
                    .Where(entry => seen.Add(entry.Item2));
            }

            /// <summary>The parameters in the order of <see cref="named_parameters"/>.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true)
                => named_parameters(recurse).Select(entry => entry.parameter);

            /// <summary>
            /// The buffers with their dotted paths: this module's own first, then its children's. A shared buffer comes once.
            /// </summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
                return OwnThenDescendants(
                        recurse,
                        _buffersByName
                            .Where(entry => include_nonpersistent || entry.Value.Persistent)
                            .Select(entry => (entry.Key, entry.Value.Tensor)),
                        child => child.named_buffers(true, include_nonpersistent))
                    .Where(entry => seen.Add(entry.Item2));
            }

            /// <summary>The buffers in the order of <see cref="named_buffers"/>.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true)
                => named_buffers(recurse, include_nonpersistent).Select(entry => entry.buffer);

            /// <summary>The parameter at a dotted path.</summary>
            /// <exception cref="ArgumentException">There is none.</exception>
            public virtual Parameter get_parameter(string target)
                => FindParameter(target) ?? throw new ArgumentException(
                    $"The module '{GetName()}' has no parameter '{target}'.", nameof(target));

            public virtual bool has_parameter(string target) => FindParameter(target) is not null;

            /// <summary>The buffer at a dotted path.</summary>
            /// <exception cref="ArgumentException">There is none.</exception>
            public virtual Tensor get_buffer(string target)
                => FindBuffer(target) ?? throw new ArgumentException($"The module '{GetName()}' has no buffer '{target}'.", nameof(target));

            public virtual bool has_buffer(string target) => FindBuffer(target) is not null;

            private Parameter? FindParameter(string target)
                => FindOwner(target, out var leaf) is { } owner ? owner._parametersByName.GetValueOrDefault(leaf) : null;

            private Tensor? FindBuffer(string target)
                => FindOwner(target, out var leaf) is { } owner ? owner._buffersByName.GetValueOrDefault(leaf).Tensor : null;

            private Module? FindOwner(string target, out string leaf)
            {
                var path = target.Split('.');
                leaf = path[^1];
                var owner = this;
                foreach (var step in path[..^1])
                {
                    owner = owner?._childrenByName.GetValueOrDefault(step);
                }

                return owner;
            }

            private IEnumerable<(string, T)> OwnThenDescendants<T>(
                bool recurse, IEnumerable<(string, T)> own, Func<Module, IEnumerable<(string, T)>> ofChild)
                => recurse
                    ? own.Concat(named_children().SelectMany(
                        child => ofChild(child.module).Select(entry => ($"{child.name}.{entry.Item1}", entry.Item2))))
                    : own;
        }
    }
}
