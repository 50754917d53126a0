;;; features.el --- The four features through Eglot  -*- lexical-binding: t; -*-

;;; Commentary:

;; Run by run.sh.  Every check says `ok' or ends Emacs with exit code 1.

;;; Code:

(setq user-emacs-directory (make-temp-file "emacs" t)
      make-backup-files nil
      auto-save-default nil
      create-lockfiles nil
      eglot-sync-connect t
      eglot-connect-timeout 20
      eglot-confirm-server-initiated-edits nil)

(require 'galley)
(require 'imenu)
(require 'markdown-mode)

(defvar blog (file-name-as-directory (file-truename (getenv "GALLEY_BLOG"))))

(defun check (value what)
  "VALUE must be true; WHAT it stands for.  Return VALUE."
  (message "%s - %s" (if value "ok" "not ok") what)
  (unless value (kill-emacs 1))
  value)

(defun same (actual expected what)
  "ACTUAL must equal EXPECTED; WHAT they stand for."
  (unless (equal actual expected) (message "  expected %S\n  got      %S" expected actual))
  (check (equal actual expected) what))

(defun eventually (what probe)
  "Wait until PROBE returns a value and return it; WHAT it stands for."
  (let ((end (+ (float-time) 20)) value)
    (while (and (not (setq value (funcall probe))) (< (float-time) end))
      (accept-process-output nil 0.02))
    (check value what)))

(defun open-post (path)
  "Open PATH of the blog as an author does, connected to the server."
  (find-file (concat blog path))
  (run-hooks 'post-command-hook)        ; `eglot-ensure' waits for it
  (eventually (concat path " is managed") (lambda () (and (eglot-current-server) (eglot-managed-p)))))

(defun tell-server ()
  "Idle timers do not run in batch: send the edits now."
  (eglot--signal-textDocument/didChange))

(defun go-to (text)
  "Move to the first place of TEXT."
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

(defun findings ()
  "The text that each finding underlines, with its message."
  (flymake-start)
  (mapcar (lambda (it)
            (cons (buffer-substring-no-properties (flymake-diagnostic-beg it) (flymake-diagnostic-end it))
                  (flymake-diagnostic-text it)))
          (flymake-diagnostics)))

(defun finding-of (rule)
  "Wait for a finding of RULE and return the text that it underlines."
  (car (eventually (format "a finding of %s" rule)
                   (lambda () (seq-find (lambda (it) (string-match-p (regexp-quote rule) (cdr it))) (findings))))))

(defun offered ()
  "What is offered at point, and from where to where it would go: (LABELS BEGINNING END EXIT)."
  (tell-server)
  (let* ((capf (run-hook-with-args-until-success 'completion-at-point-functions))
         (table (nth 2 capf)))
    (list (mapcar #'substring-no-properties (all-completions (buffer-substring (nth 0 capf) (nth 1 capf)) table))
          (nth 0 capf) (nth 1 capf))))

(defun hover-at (text &rest expected)
  "Ask what TEXT is; the answer must say each of EXPECTED."
  (go-to text)
  (let (shown)
    (eglot-hover-eldoc-function (lambda (documentation &rest _) (setq shown documentation)))
    (eventually (concat "a hover at " text) (lambda () shown))
    (dolist (part expected)
      (check (string-match-p (regexp-quote part) shown) (format "the hover says %s: %S" part (substring-no-properties shown))))))

(defun outline ()
  "The outline: names and lines, flat."
  (let (entries)
    (cl-labels ((walk (node)
                  (cond ((and (consp node) (stringp (car node)) (number-or-marker-p (cdr node)))
                         (push (cons (substring-no-properties (car node)) (line-number-at-pos (cdr node))) entries))
                        ((and (consp node) (stringp (car node))) (mapc #'walk (cdr node)))
                        (t (mapc #'walk node)))))
      (walk (funcall imenu-create-index-function)))
    entries))

(defun check-heading (entries name line)
  "ENTRIES must have a heading NAME at LINE."
  (check (seq-find (lambda (it) (and (equal (car it) name) (= (cdr it) line))) entries)
         (format "heading %s at line %d in %S" name line entries)))

(defun validation-feature ()
  "Front-matter validation, and a repair."
  (open-post "_posts/2024-09-22-weekly-note.md")
  (same (project-root (eglot--project (eglot-current-server))) blog "the project is the blog")
  (check (string-prefix-p "tilte" (finding-of "unknown-key")) "unknown-key underlines the key")
  (check (string-match-p "false" (finding-of "wrong-type")) "wrong-type underlines the value")
  (go-to "tilte")
  (let ((actions (append (eglot-code-actions (point) (point)) nil)))
    (check actions "a quick fix is offered")
    (eglot--apply-workspace-edit (plist-get (car actions) :edit)))
  (check (save-excursion (goto-char (point-min)) (search-forward "\ntitle: 이번 주의 메모\n" nil t)) "it spells the key right")
  (tell-server)
  (eventually "and its finding is gone"
              (lambda () (not (seq-find (lambda (it) (string-match-p "unknown-key" (cdr it))) (findings)))))
  (set-buffer-modified-p nil))

(defun positions-feature ()
  "The range of a finding behind Hangul and emoji."
  (open-post "_posts/2024-11-11-first-frost.md")
  (finding-of "date-mismatch")
  (goto-char (point-max))
  (insert "\n가나다 😀👩‍🌾 ![둘](/assets/img/frost-feild.png) 끝\n")
  (tell-server)
  (let ((texts (eventually "two missing images"
                           (lambda ()
                             (let ((missing (seq-filter (lambda (it) (string-match-p "missing-image" (cdr it))) (findings))))
                               (and (= (length missing) 2) (mapcar #'car missing)))))))
    (same (car texts) (cadr texts) "the same text is underlined, whatever stands before it")
    (check (string-match-p "frost-feild\\.png" (car texts)) (format "it is the name of the image: %s" (car texts))))
  (set-buffer-modified-p nil))

(defun completion-feature ()
  "Tag completion, behind Hangul and emoji, by its middle, in both styles of a list."
  (open-post "travel/_posts/2024-05-18-jeju.md")
  (go-to "tags: [")
  (delete-region (point) (line-end-position))
  (insert "tags: [사진, 🌱새싹, 산")
  (save-excursion (insert "]"))
  (pcase-let ((`(,labels ,from ,to) (offered)))
    (check (member "산책" labels) (format "산책 is offered: %S" labels))
    (check (not (member "사진" labels)) "what is already in the list is not")
    (same (buffer-substring-no-properties from to) "산" "what was typed is what would be replaced"))
  (let ((completion-auto-help nil)) (completion-at-point))
  (same (buffer-substring-no-properties (line-beginning-position) (line-end-position))
        "tags: [사진, 🌱새싹, 산책]" "the item replaces what was typed, and nothing else")
  (set-buffer-modified-p nil)
  (open-post "_posts/2024-03-09-봄-산책.md")
  (go-to "  - 사진")
  (end-of-line)
  (insert "\n  - Wri")
  (check (member "Writing" (car (offered))) "Writing is offered in a block list")
  (set-buffer-modified-p nil))

(defun outline-feature ()
  "Korean, emoji, levels that jump, duplicates, raw HTML, no final newline, CRLF."
  (open-post "_posts/2023-12-30-year-in-review.md")
  (let ((entries (outline)))
    (check-heading entries "느리게 걸어온 열두 달" 12)
    (check-heading entries "Migration" 38)
    (check-heading entries "2023년은 어떤 해였나" 146)
    (same (length (seq-filter (lambda (it) (equal (car it) "1) 도서관 검색 시스템")) entries)) 3
          "three headings of one text"))
  (open-post "_posts/2024-07-07-new-keyboard.md")
  (let ((entries (outline)))
    (check-heading entries "소리 🔊" 18)
    (check-heading entries "소리 🔊" 29)
    (check (not (assoc "not a heading" entries)) "code is no heading")))

(defun hover-feature ()
  "Markdown, raw HTML over two lines, front matter, remote and missing images."
  (open-post "_posts/2024-03-09-봄-산책.md")
  (revert-buffer t t)
  (hover-at "river-walk.jpg)" "JPEG" "480" "270" "강변의 산책로")
  (hover-at "river-walk.jpg" "JPEG" "480")
  (goto-char (point-max))
  (insert "\n😀 문장 속의 ![우표](/assets/img/stamp.gif) 하나\n")
  (tell-server)
  (hover-at "stamp.gif" "GIF" "16")
  (set-buffer-modified-p nil)
  (open-post "_posts/2023-12-30-year-in-review.md")
  (hover-at "library-search.png" "PNG" "360" "240")
  (hover-at "writing-table.jpg" "https://images.example.com/2023/writing-table.jpg")
  (open-post "_posts/2024-11-11-first-frost.md")
  (hover-at "frost-feild.png" "frost-field.png"))

(condition-case failure
    (progn
      (setq galley-command (list (getenv "GALLEY_BINARY") "--stdio"))
      (galley-setup)
      (validation-feature)
      (positions-feature)
      (completion-feature)
      (outline-feature)
      (hover-feature)
      (let ((server (eglot-current-server)))
        (eglot-shutdown server)
        (check (not (jsonrpc-running-p server)) "the server ends"))
      (kill-emacs 0))
  (error (message "not ok - %S" failure) (kill-emacs 1)))

;;; features.el ends here
