namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that runs callbacks before and after <c>forward</c>, in the order of their registration.</summary>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            private OrderedDictionary<string, TPreHook>? _preHooks;
            private OrderedDictionary<string, TPostHook>? _postHooks;
            private OrderedDictionary<string, Action<Module>>? _modulePreHooks;
            private OrderedDictionary<string, Action<Module>>? _modulePostHooks;
            private int _registrations;

            protected HookableModule(string name) : base(name)
            {
            }

            private protected bool HasHooks => _registrations > 0;

            /// <summary>Runs the hook after <c>forward</c>; what it returns takes the place of the result, unless it is null.</summary>
            public HookRemover register_forward_hook(TPostHook hook) => Register(ref _postHooks, hook);

            /// <summary>Runs the hook after <c>forward</c>.</summary>
            public HookRemover register_forward_hook(Action<Module> hook) => Register(ref _modulePostHooks, hook);

            /// <summary>Runs the hook before <c>forward</c>; what it returns takes the place of the input, unless it is null.</summary>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Register(ref _preHooks, hook);

            /// <summary>Runs the hook before <c>forward</c>.</summary>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => Register(ref _modulePreHooks, hook);

            // Lists, so that a hook may register or remove hooks.
            private protected List<TPreHook> StartHooks()
            {
                Run(_modulePreHooks);
                return _preHooks is null ? [] : [.. _preHooks.Values];
            }

            private protected List<TPostHook> EndHooks() => _postHooks is null ? [] : [.. _postHooks.Values];

            private protected void FinishHooks() => Run(_modulePostHooks);

            private void Run(OrderedDictionary<string, Action<Module>>? hooks)
            {
                foreach (var hook in hooks is null ? [] : hooks.Values.ToList())
                {
                    hook(this);
                }
            }

            private HookRemover Register<THook>(ref OrderedDictionary<string, THook>? hooks, THook hook)
            {
                var key = _registrations++.ToString(System.Globalization.CultureInfo.InvariantCulture);
                (hooks ??= []).Add(key, hook);
                return new HookRemover(this, key);
            }

            /// <summary>Takes a hook off its module again.</summary>
            public class HookRemover
            {
                private readonly HookableModule<TPreHook, TPostHook> _module;
                private readonly string _key;

                public HookRemover(HookableModule<TPreHook, TPostHook> module, string key) => (_module, _key) = (module, key);

                public void remove()
                {
                    _module._preHooks?.Remove(_key);
                    _module._postHooks?.Remove(_key);
                    _module._modulePreHooks?.Remove(_key);
                    _module._modulePostHooks?.Remove(_key);
                }
            }
        }
    }
}
