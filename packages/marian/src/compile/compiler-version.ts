/** Goes up with every change that alters what a compiled graph answers. Apart from the compiler, which its readers need not load. */
export const compilerVersion = 5;
