package dev.whimbrel.postgres.inspect;

/** The queries for what runs by itself: functions, triggers, rules, policies. */
final class CarriedCode {
  static final String FUNCTIONS =
      """
      SELECT :namespace AS namespace, w.word || ' ' || p.proname || '('
          || oidvectortypes(p.proargtypes) || ')' AS name,
        w.word AS kind, pg_get_functiondef(p.oid) AS definition,
        'DROP ' || upper(w.word) || ' ' || quote_ident(n.nspname) || '.' || quote_ident(p.proname)
          || '(' || oidvectortypes(p.proargtypes) || ')' AS removal
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        CROSS JOIN LATERAL (SELECT CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END)
          w(word)
      WHERE p.prokind IN ('f', 'p', 'w') AND :ours AND NOT EXISTS (SELECT FROM pg_depend e
        WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype IN ('e', 'i'))
      """;

  static final String TRIGGERS =
      """
      SELECT :namespace AS namespace, 'trigger ' || t.tgname || ' on ' || c.relname AS name,
        'trigger' AS kind, pg_get_triggerdef(t.oid) || CASE t.tgenabled WHEN 'O' THEN '' ELSE
          ';\\nALTER TABLE ' || c.oid::regclass || CASE t.tgenabled WHEN 'D' THEN ' DISABLE'
            WHEN 'R' THEN ' ENABLE REPLICA' ELSE ' ENABLE ALWAYS' END
          || ' TRIGGER ' || quote_ident(t.tgname) END AS definition,
        'DROP TRIGGER ' || quote_ident(t.tgname) || ' ON ' || c.oid::regclass AS removal,
        :namespace || coalesce(chr(31) || CASE f.nspname WHEN 'public' THEN '' ELSE f.nspname END, '')
          AS needs_namespaces,
        c.relname || coalesce(chr(31) || 'function ' || p.proname || '('
          || oidvectortypes(p.proargtypes) || ')', '') AS needs
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_proc p ON p.oid = t.tgfoid AND NOT EXISTS (SELECT FROM pg_depend e
          WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e')
        LEFT JOIN pg_namespace f ON f.oid = p.pronamespace
      WHERE NOT t.tgisinternal AND coalesce(to_jsonb(t) ->> 'tgparentid', '0') = '0'
        AND :ours AND :own_class
      """
          .replace("\\n", "' || chr(10) || '");

  /** A partition has the triggers of its table, and may have them on or off by itself. */
  static final String TRIGGER_STATES =
      """
      SELECT :namespace AS namespace, 'state of trigger ' || t.tgname || ' on ' || c.relname AS name,
        'trigger state' AS kind, w.head || CASE t.tgenabled WHEN 'D' THEN ' DISABLE' WHEN 'R'
            THEN ' ENABLE REPLICA' WHEN 'A' THEN ' ENABLE ALWAYS' ELSE ' ENABLE' END || w.tail
          AS definition,
        w.head || CASE p.tgenabled WHEN 'D' THEN ' DISABLE' WHEN 'R'
            THEN ' ENABLE REPLICA' WHEN 'A' THEN ' ENABLE ALWAYS' ELSE ' ENABLE' END || w.tail
          AS removal,
        :namespace || chr(31) || CASE pn.nspname WHEN 'public' THEN '' ELSE pn.nspname END
          AS needs_namespaces,
        c.relname || chr(31) || 'trigger ' || p.tgname || ' on ' || pc.relname AS needs
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_trigger p ON p.oid::text = to_jsonb(t) ->> 'tgparentid'
        JOIN pg_class pc ON pc.oid = p.tgrelid JOIN pg_namespace pn ON pn.oid = pc.relnamespace
        CROSS JOIN LATERAL (SELECT 'ALTER TABLE ' || c.oid::regclass,
          ' TRIGGER ' || quote_ident(t.tgname)) w(head, tail)
      WHERE NOT t.tgisinternal AND t.tgenabled <> p.tgenabled AND :ours AND :own_class
      """;

  /** The rule that makes a view is the view; a rule may have its name and be another's. */
  static final String RULES =
      """
      SELECT :namespace AS namespace, 'rule ' || w.rulename || ' on ' || c.relname AS name,
        'rule' AS kind, rtrim(pg_get_ruledef(w.oid), ';') || CASE w.ev_enabled WHEN 'O' THEN '' ELSE
          ';' || chr(10) || 'ALTER TABLE ' || c.oid::regclass || CASE w.ev_enabled
            WHEN 'D' THEN ' DISABLE' WHEN 'R' THEN ' ENABLE REPLICA' ELSE ' ENABLE ALWAYS' END
          || ' RULE ' || quote_ident(w.rulename) END AS definition,
        'DROP RULE ' || quote_ident(w.rulename) || ' ON ' || c.oid::regclass AS removal,
        :namespace AS needs_namespaces, c.relname AS needs
      FROM pg_rewrite w JOIN pg_class c ON c.oid = w.ev_class
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE w.ev_type <> '1' AND :ours AND :own_class
      """;

  static final String POLICIES =
      """
      SELECT :namespace AS namespace, 'policy ' || p.polname || ' on ' || c.relname AS name,
        'policy' AS kind, 'CREATE POLICY ' || quote_ident(p.polname) || ' ON ' || c.oid::regclass
          || CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END
          || CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT'
            WHEN 'w' THEN ' FOR UPDATE' WHEN 'd' THEN ' FOR DELETE' ELSE '' END
          || coalesce(' TO ' || (SELECT string_agg(quote_ident(r.rolname), ', ' ORDER BY r.rolname)
            FROM pg_roles r WHERE r.oid = ANY (p.polroles)), '')
          || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
          || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
          AS definition,
        'DROP POLICY ' || quote_ident(p.polname) || ' ON ' || c.oid::regclass AS removal,
        :namespace AS needs_namespaces, c.relname AS needs
      FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE :ours AND :own_class
      """;

  private CarriedCode() {}
}
